package io.duban.platform.calendar;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Starts clocks by the rules and the calendar in the database. Nothing is written: the caller puts the deadline into the
 * statement that writes its own change. Ask before that statement or transaction begins, since now and then the rules are
 * read anew, on a connection of their own.
 *
 * <p>A rule that does not exist is a fault of the program or of its data: {@link IllegalStateException} naming it.
 */
@Component
public class Deadlines {

    private static final String SUSPENDED = """
            select id, subject_id, step, rule_id, rule_version, trigger_at, current_due_at, suspended_at, calendar_version, provisional
            from deadline
            where subject_id = $1 and step = $2 and satisfied_at is null and suspended_at is not null""";

    private final WorkCalendars calendars;
    private final DatabaseClient database;

    Deadlines(WorkCalendars calendars, DatabaseClient database) {
        this.calendars = calendars;
        this.database = database;
    }

    /**
     * @param ruleId of which the newest version applies
     * @param step which of the subject's clocks this is; one at a time runs for each step
     */
    public Mono<Deadline> start(String ruleId, String subjectType, UUID subjectId, String step, Instant triggerAt) {
        Work work = Work.of(subjectType, subjectId, step, triggerAt);
        return calendars
                .current()
                .map(edition ->
                        work.deadline(edition.arithmetic().from(work.triggerAt(), edition.rule(ruleId)), Basis.NONE));
    }

    /**
     * A co-handler's clock: 60 % of the host's period rounded down, at least one unit, and due at least one working day
     * before the host is now due (four working hours for a host with one day). Asked later than that, the co-handler gets
     * what is left, at most until the host is due.
     *
     * @param triggerAt when the co-handler was asked
     */
    public Mono<Deadline> coFrom(Deadline host, String subjectType, UUID subjectId, String step, Instant triggerAt) {
        Work work = Work.of(subjectType, subjectId, step, triggerAt);
        return calendars
                .current()
                .map(edition -> work.deadline(
                        edition.arithmetic()
                                .sharedFrom(
                                        work.triggerAt(), edition.ruleOf(host), host.triggerAt(), host.currentDueAt()),
                        new Basis(host.provisional(), host.id(), null)));
    }

    /**
     * The district's own clock inside a date that somebody above has set: one working day earlier, or four working hours
     * when that is past. Under a rule of hours the outer date itself.
     *
     * @param ruleId the rule the work would have had; it decides when the light turns yellow
     */
    public Mono<Deadline> inside(
            Instant outerDueAt, String ruleId, String subjectType, UUID subjectId, String step, Instant triggerAt) {
        Work work = Work.of(subjectType, subjectId, step, triggerAt);
        return calendars
                .current()
                .map(edition -> work.deadline(
                        edition.arithmetic()
                                .inside(
                                        outerDueAt.truncatedTo(ChronoUnit.MICROS),
                                        work.triggerAt(),
                                        edition.rule(ruleId)),
                        new Basis(false, null, outerDueAt.truncatedTo(ChronoUnit.MICROS))));
    }

    /**
     * The dates of a suspended clock when it goes on now: the time it stood still is added in the unit of its rule, also to a date that a
     * person gave. They are for {@code Outcome.continuing}.
     *
     * @param step which of the subject's clocks
     * @return empty when that clock is not suspended, or does not run
     */
    public Mono<Continuation> resumed(UUID subjectId, String step, Instant now) {
        return database.sql(SUSPENDED)
                .bind(0, subjectId)
                .bind(1, step)
                .mapProperties(SuspendedClock.class)
                .one()
                .zipWith(
                        calendars.current(),
                        (clock, edition) -> clock.goesOn(now.truncatedTo(ChronoUnit.MICROS), edition));
    }

    /**
     * When an overdue clock becomes the concern of a second level: one working day after its date for a rule of days, one working hour for a
     * rule of working hours, one hour or 30 minutes for a rule that runs day and night.
     *
     * @param ruleId as the clock names it, with or without a suffix
     */
    public Mono<Instant> stillOverdueAt(String ruleId, int ruleVersion, Instant dueAt) {
        return calendars
                .current()
                .map(edition -> edition.arithmetic().stillOverdue(dueAt, edition.ruleOf(ruleId, ruleVersion)));
    }

    /**
     * How the deadline came about, one step a line: the rule, the trigger, each day skipped or made up, the result, and how it was changed
     * since. Days are named by the calendar of today; where that is another version, the last line says so.
     *
     * @param locale English where asked for, else Chinese
     */
    public Mono<List<String>> explain(Deadline deadline, DeadlineHistory history, @Nullable Locale locale) {
        return calendars
                .current()
                .map(edition -> new DeadlineExplanation(
                                deadline, history, edition.ruleOf(deadline), edition.calendar(), Wording.of(locale))
                        .steps());
    }

    /** All rules in all their versions, by name; a clock is started by the newest and explained by its own. */
    public Mono<List<DeadlineRule>> rules() {
        return calendars
                .current()
                .map(edition -> edition.rules().stream()
                        .sorted(Comparator.comparing(DeadlineRule::ruleId).thenComparing(DeadlineRule::version))
                        .toList());
    }

    /** What a clock is started for. */
    private record Work(String subjectType, UUID subjectId, String step, Instant triggerAt) {

        // The database keeps microseconds; what is answered now must equal what is read later.
        static Work of(String subjectType, UUID subjectId, String step, Instant triggerAt) {
            return new Work(subjectType, subjectId, step, triggerAt.truncatedTo(ChronoUnit.MICROS));
        }

        Deadline deadline(DeadlineArithmetic.Period period, Basis basis) {
            return new Deadline(
                    UuidCreator.getTimeOrderedEpoch(),
                    subjectType,
                    subjectId,
                    step,
                    period.rule().ruleId(),
                    period.rule().version(),
                    period.calendarVersion(),
                    triggerAt,
                    period.dueAt(),
                    period.dueAt(),
                    period.warnAt(),
                    period.provisional() || basis.provisional(),
                    basis.hostId(),
                    basis.outerDueAt());
        }
    }

    /** The other date a clock rests on. */
    private record Basis(
            boolean provisional,
            @Nullable UUID hostId,
            @Nullable Instant outerDueAt) {

        private static final Basis NONE = new Basis(false, null, null);
    }
}
