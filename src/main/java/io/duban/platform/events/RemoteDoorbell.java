package io.duban.platform.events;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A way on which instances ring each other. It may lose rings and be away for hours: what happened is read from the database. */
interface RemoteDoorbell {

    /** What {@link #heard} says when it begins to listen, at first and after each loss: there may have been rings while nobody did. */
    String LISTENING = "";

    /** For the log and the metrics. */
    String name();

    /** Connects and says who rings, this instance itself too. Fails when the way is lost; subscribe again then. */
    Flux<String> heard();

    /** Rings at all instances; fails, or does nothing, while the way is lost. */
    Mono<Void> tell(String instance);
}
