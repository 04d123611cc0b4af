package io.duban.journey;

/** Says when to let go of the stream on purpose, to see that going on loses nothing and doubles nothing. */
final class StreamDrops {

    private final int every;
    private final int most;
    private int sinceLast;
    private int dropped;

    StreamDrops(int every, int most) {
        this.every = every;
        this.most = most;
    }

    /** So many drops, spread over about so many events. */
    static StreamDrops spread(int drops, int events) {
        return new StreamDrops(Math.max(3, events / (drops + 1)), drops);
    }

    void count() {
        sinceLast++;
    }

    boolean isDue() {
        boolean due = dropped < most && sinceLast >= every;
        if (due) {
            dropped++;
            sinceLast = 0;
        }
        return due;
    }
}
