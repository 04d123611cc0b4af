package io.duban.platform.events;

import java.time.Instant;
import reactor.core.publisher.Mono;

/** Somebody who reads the event log at a pace of his own: what he has not read yet does not leave it. */
public interface LogHold {

    /** Who it is, for whoever wonders why a partition stays. */
    String holder();

    /** When the oldest event was recorded that he still needs; empty when he needs none. */
    Mono<Instant> neededSince();
}
