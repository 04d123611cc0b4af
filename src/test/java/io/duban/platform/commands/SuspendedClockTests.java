package io.duban.platform.commands;

import static io.duban.support.DemoDistrict.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.platform.calendar.Continuation;
import io.duban.platform.calendar.Deadlines;
import io.duban.platform.events.Priority;
import io.duban.platform.todos.Assignee;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A suspended clock stands still, says nothing, and goes on with what was left of it. */
@SweptByHand
class SuspendedClockTests {

    private static final String STEP = "CHECK";
    private static final String OVERDUE = "event_log where type = 'supervision.matter.checkOverdue'";
    private static final String ON_THE_DESK = "todo where action = 'URGE_CHECK' and closed_at is null";
    private static final String HISTORY =
            "deadline_change c join deadline d on d.id = c.deadline_id where kind = 'SUSPENDED'";

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);

    @Autowired
    DatabaseClient database;

    @Autowired
    Commands commands;

    @Autowired
    ClockSweep sweep;

    @Autowired
    Deadlines deadlines;

    private Nightly check;

    @BeforeEach
    void begin() {
        check = Nightly.about(UUID.randomUUID(), commands, database);
    }

    @Test
    void itSaysNothingHoweverLongItIsOverdue() {
        started(now.minus(60, ChronoUnit.DAYS));
        check.commit(outcome -> outcome.suspending(STEP));
        sweep.sweep().block();
        assertThat(check.count("event_log where type like '%verdue%'")).isZero();
        assertThat(check.count(ON_THE_DESK)).isZero();
    }

    @Test
    void whatItHadOpenedIsOffTheDesksAndBackWhenItGoesOnAtOnceWithoutBeingSaidTwice() {
        started(now.minus(60, ChronoUnit.DAYS));
        sweep.sweep().block();
        assertThat(check.count(ON_THE_DESK)).isEqualTo(1);
        check.commit(outcome -> outcome.suspending(STEP));
        assertThat(check.count(ON_THE_DESK)).isZero();
        check.commit(continuing(now));
        assertThat(check.count(ON_THE_DESK)).isEqualTo(1);
        sweep.sweep().block();
        assertThat(check.count(OVERDUE)).isEqualTo(1);
        assertThat(check.count(HISTORY + " and due_before = due_after")).isEqualTo(1);
    }

    @Test
    void overAHolidayOnlyWorkingDaysAreAddedAndTheOriginalDateStays() {
        started(at("2026-09-23T10:00:00+08:00"));
        suspendedSince("2026-09-24T09:00:00+08:00");
        // 28, 29, 30 September and 8 October.
        check.commit(continuing(at("2026-10-08T09:00:00+08:00")));
        assertThat(check.count("deadline where suspended_at is null and original_due_at = '2026-09-28T17:30+08:00'"
                        + " and current_due_at = '2026-10-09T17:30+08:00' and warn_at = '2026-10-08T17:30+08:00'"))
                .isEqualTo(1);
        assertThat(check.count(HISTORY + " and c.suspended_at = '2026-09-24T09:00+08:00'"))
                .isEqualTo(1);
    }

    @Test
    void withANewDateItSaysAnewWhenThatIsOver() {
        started(at("2026-09-23T10:00:00+08:00"));
        sweep.sweep().block();
        suspendedSince("2026-09-24T09:00:00+08:00");
        check.commit(continuing(at("2026-10-08T09:00:00+08:00")));
        sweep.sweep().block();
        assertThat(check.count(OVERDUE)).isEqualTo(2);
        assertThat(check.count(OVERDUE + " and due_at = '2026-10-09T17:30+08:00'"))
                .isEqualTo(1);
    }

    @Test
    void suspendedTwiceItStandsStillSinceTheFirstTimeAndEachTimeItGoesOnIsRemembered() {
        started(now);
        suspendedSince("2026-11-02T09:00:00+08:00");
        check.commit(outcome -> outcome.suspending(STEP));
        assertThat(check.count("deadline where suspended_at = '2026-11-02T09:00+08:00'"))
                .isEqualTo(1);
        check.commit(continuing(at("2026-11-03T09:00:00+08:00")));
        check.commit(outcome -> outcome.suspending(STEP));
        check.commit(continuing(now.plus(20, ChronoUnit.DAYS)));
        assertThat(check.count(HISTORY + " and due_after > due_before")).isEqualTo(2);
    }

    @Test
    void satisfiedWhileItStandsStillItIsDoneAndReturnedItStandsStillAgain() {
        started(now.minus(60, ChronoUnit.DAYS));
        sweep.sweep().block();
        check.commit(outcome -> outcome.suspending(STEP));
        check.commit(outcome -> outcome.satisfying(STEP, now));
        assertThat(goesOn(now)).isNull();
        check.commit(outcome -> outcome.resuming(STEP));
        assertThat(goesOn(now)).isNotNull();
        assertThat(check.count(ON_THE_DESK)).isZero();
    }

    @Test
    void whatRunsOrNeverRanHasNothingToGoOnWith() {
        assertThat(goesOn(now)).isNull();
        started(now);
        assertThat(goesOn(now)).isNull();
    }

    @Test
    void twoWhoLetItGoOnAtTheSameMomentLetItGoOnOnce() {
        started(now);
        suspendedSince("2026-11-02T09:00:00+08:00");
        Flux.range(0, 6)
                .flatMap(i -> commands.unattended("nightlyCheck", continuing(now)))
                .then()
                .block();
        assertThat(check.count(HISTORY)).isEqualTo(1);
    }

    @Test
    void anExtensionIsRememberedAndTakesWhatWasOverdueOffTheDesks() {
        started(now.minus(60, ChronoUnit.DAYS));
        sweep.sweep().block();
        var until = now.plus(5, ChronoUnit.DAYS);
        check.commit(outcome -> outcome.extending(STEP, until, now.plus(4, ChronoUnit.DAYS)));
        assertThat(check.count("deadline_change c join deadline d on d.id = c.deadline_id"
                        + " where kind = 'EXTENDED' and due_before = original_due_at and due_after = current_due_at"))
                .isEqualTo(1);
        assertThat(check.count(ON_THE_DESK)).isZero();
    }

    private void started(Instant trigger) {
        var clock = deadlines
                .start("SUP_REVIEW", "supervision.matter", check.subject(), STEP, trigger)
                .block();
        check.commit(outcome -> outcome.announcing("begun", Priority.INFO, now)
                .starting(clock, Escalation.to("URGE_CHECK", Assignee.person(DIRECTOR))));
    }

    private void suspendedSince(String since) {
        check.commit(outcome -> outcome.suspending(STEP));
        check.run("update deadline set suspended_at = '%s' where subject_id = $1".formatted(since));
    }

    private Mono<Outcome<Nightly.Finding>> continuing(Instant when) {
        return Mono.defer(() -> deadlines.resumed(check.subject(), STEP, when))
                .map(dates -> check.outcome().continuing(dates));
    }

    private Continuation goesOn(Instant when) {
        return deadlines.resumed(check.subject(), STEP, when).block();
    }

    private static Instant at(String when) {
        return OffsetDateTime.parse(when).toInstant();
    }
}
