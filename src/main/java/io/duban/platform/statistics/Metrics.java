package io.duban.platform.statistics;

import reactor.core.publisher.Flux;

/** The figures of one kind of work, from the event log and the clocks, never from a form (domain D5). */
public interface Metrics {

    /** The name in the address, such as {@code outgoing-documents}. */
    String group();

    /** Every figure of the group in the question's reach: of everything first, then of units and parts. */
    Flux<Measure> measures(Question question);
}
