package io.duban.hotline.tickets;

import io.duban.platform.calendar.Deadline;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The clocks of handling of tickets that become one: the earliest is the clock of the parent (domain 0.4 合并). */
@Component
class HandleClocks {

    private static final String RUNNING = """
            select id, subject_id, split_part(rule_id, '/', 1) as rule_id, rule_version, calendar_version, trigger_at, original_due_at, current_due_at,
                   warn_at, provisional
            from deadline where subject_id = any($1) and step = 'HANDLE' and satisfied_at is null""";

    private final DatabaseClient database;
    private final TicketClocks clocks;

    HandleClocks(DatabaseClient database, TicketClocks clocks) {
        this.database = database;
        this.clocks = clocks;
    }

    /** A clock that runs. */
    record Running(
            UUID id,
            UUID subjectId,
            String ruleId,
            int ruleVersion,
            String calendarVersion,
            Instant triggerAt,
            Instant originalDueAt,
            Instant currentDueAt,
            Instant warnAt,
            boolean provisional) {

        /** As a clock of the parent that a person gave: no calendar counts it again from the parent's own dispatch. */
        private Deadline of(HotlineTicket parent) {
            return new Deadline(
                    id,
                    parent.subjectType(),
                    parent.id(),
                    ClockRules.HANDLE,
                    ruleId + "/GIVEN",
                    ruleVersion,
                    calendarVersion,
                    triggerAt,
                    originalDueAt,
                    currentDueAt,
                    warnAt,
                    provisional);
        }
    }

    /**
     * The clock the parent gets by these children.
     *
     * @param outerDueAt the earliest date a platform set to any of them; {@link Instant#MAX} for none
     * @return empty when its own is the earliest, or it has none yet
     */
    Mono<Deadline> earlierThan(HotlineTicket parent, List<UUID> children, Instant outerDueAt) {
        var own = parent.dueAt();
        if (own == null) {
            return Mono.empty();
        }
        return running(children)
                .map(clock -> clock.of(parent))
                .concatWith(inside(parent, outerDueAt))
                .collectList()
                .flatMap(clocks -> Mono.justOrEmpty(clocks.stream()
                        .filter(clock -> clock.currentDueAt().isBefore(own))
                        .min(Comparator.comparing(Deadline::currentDueAt))
                        .map(earliest -> withOriginalNoLaterThan(parent.term().originalDueAt(), earliest))));
    }

    private Flux<Running> running(List<UUID> tickets) {
        return database.sql(RUNNING)
                .bind(0, tickets.toArray(UUID[]::new))
                .mapProperties(Running.class)
                .all();
    }

    private Mono<Deadline> inside(HotlineTicket parent, Instant outerDueAt) {
        return outerDueAt.equals(Instant.MAX) || parent.handling().dispatchedAt() == null
                ? Mono.empty()
                : clocks.inside(parent, outerDueAt, parent.handling().dispatchedAt());
    }

    private static Deadline withOriginalNoLaterThan(@Nullable Instant own, Deadline clock) {
        var original = Stream.of(own, clock.originalDueAt())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return new Deadline(
                clock.id(),
                clock.subjectType(),
                clock.subjectId(),
                clock.step(),
                clock.ruleId(),
                clock.ruleVersion(),
                clock.calendarVersion(),
                clock.triggerAt(),
                original,
                clock.currentDueAt(),
                clock.warnAt(),
                clock.provisional(),
                clock.hostId(),
                clock.outerDueAt());
    }
}
