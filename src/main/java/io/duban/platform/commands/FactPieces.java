package io.duban.platform.commands;

import io.duban.platform.events.Event;
import io.duban.platform.events.Facts;
import io.duban.platform.persistence.Statement;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What an event keeps for statistics: the facts of its subject, and what its command did to the subject's clocks, so that the log alone tells when
 * something was due and when it was done: {@code begun.STEP}, {@code original.STEP}, {@code due.STEP}, {@code met.STEP}.
 */
final class FactPieces {

    private FactPieces() {}

    /** An event whose subject states nothing keeps nothing. */
    static String facts(Event event, Effects effects, Statement statement) {
        if (event.facts().isEmpty()) {
            return "null::jsonb";
        }
        var facts = Facts.of(event.facts());
        clocks(event.subjectId(), effects, facts);
        var pairs = facts.known().entrySet().stream()
                .flatMap(fact -> Stream.of(fact.getKey(), fact.getValue()))
                .toArray(String[]::new);
        return "jsonb_object(%s::text[])".formatted(statement.value(pairs));
    }

    private static void clocks(UUID subjectId, Effects effects, Facts facts) {
        effects.started.stream()
                .map(Effects.StartedClock::deadline)
                .filter(deadline -> deadline.subjectId().equals(subjectId))
                .forEach(deadline -> facts.with("begun." + deadline.step(), deadline.triggerAt())
                        .with("original." + deadline.step(), deadline.originalDueAt())
                        .with("due." + deadline.step(), deadline.currentDueAt()));
        effects.moved.stream()
                .filter(clock -> clock.subjectId().equals(subjectId))
                .forEach(clock -> facts.with("due." + clock.step(), clock.dueAt())
                        .with(
                                "original." + clock.step(),
                                clock.under() == null ? null : clock.under().originalDueAt()));
        effects.continued.stream()
                .filter(dates -> dates.subjectId().equals(subjectId))
                .forEach(dates -> facts.with("due." + dates.step(), dates.dueAt()));
        effects.satisfied.stream()
                .filter(clock -> clock.subjectId().equals(subjectId))
                .forEach(clock -> facts.with("met." + clock.step(), clock.at()));
    }
}
