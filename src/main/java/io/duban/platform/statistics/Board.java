package io.duban.platform.statistics;

import io.duban.platform.identity.Officer;
import java.time.Instant;
import reactor.core.publisher.Flux;

/** What one kind of work shows of itself on the first screen. */
public interface Board {

    /** The figures in this officer's reach; none when he may not see this kind of work at all. */
    Flux<Figure> figures(Officer officer, Instant now);
}
