package io.duban.platform.events;

import java.time.Duration;

/** How far a ring is heard ({@code duban.realtime.doorbell}), and so how often a reader must look although nobody rang. */
enum RingReach {

    /** In this instance only: what another one commits is found by looking. */
    NONE(Duration.ofMillis(200)),

    /** In all instances on the database, by {@code NOTIFY}. */
    POSTGRES(Duration.ofSeconds(1)),

    /** By Redis, and by {@code NOTIFY} where Redis is away for one of them. */
    REDIS(Duration.ofSeconds(1));

    private final Duration poll;

    RingReach(Duration poll) {
        this.poll = poll;
    }

    Duration poll() {
        return poll;
    }
}
