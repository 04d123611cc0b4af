package io.duban.platform.integration;

/** What is sent, and how often it is tried again at most: somebody waits for a challenge or a ping and can ask for another. */
enum DeliveryKind {
    EVENT(Integer.MAX_VALUE),
    CHALLENGE(2),
    PING(0);

    private final int mostRetries;

    DeliveryKind(int mostRetries) {
        this.mostRetries = mostRetries;
    }

    int mostRetries() {
        return mostRetries;
    }
}
