package io.duban.platform.commands;

import static io.duban.support.DemoDistrict.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.platform.calendar.Deadlines;
import io.duban.platform.events.Priority;
import io.duban.platform.identity.Role;
import io.duban.platform.todos.Assignee;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;

/** Overdue: first the deputy, and when that does not help the head. */
@SweptByHand
class SecondLevelTests {

    private static final String STEP = "CHECK";
    private static final String ON_THE_DESK = "todo where action = 'URGE_CHECK' and closed_at is null";
    private static final String SECOND = "event_log where type = 'supervision.matter.checkStillOverdue'";
    private static final Assignee DEPUTY_OF_HOUSING = Assignee.holdersAt(Set.of(HOUSING_BUREAU), Role.UNIT_DEPUTY);
    private static final Assignee HEAD_OF_HOUSING = Assignee.holdersAt(Set.of(HOUSING_BUREAU), Role.UNIT_HEAD);

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
    void eachLevelIsCalledOnceByHoweverManySweepers() {
        started(HEAD_OF_HOUSING);
        Flux.range(0, 8).flatMap(i -> sweep.sweep()).then().block();
        sweep.sweep().block();
        assertThat(check.count(ON_THE_DESK + " and person_id = '" + HOUSING_DEPUTY + "'"))
                .isEqualTo(1);
        assertThat(check.count(ON_THE_DESK + " and person_id = '" + HOUSING_HEAD + "'"))
                .isEqualTo(1);
        assertThat(check.count("event_log where type = 'supervision.matter.checkOverdue'"))
                .isEqualTo(1);
        assertThat(check.count(SECOND + " and light = 'RED' and '" + HOUSING_HEAD + "' = any(addressee_ids)"))
                .isEqualTo(1);
    }

    @Test
    void theSecondIsLeftAloneUntilTheFirstHaveHadTheirTime() {
        started(HEAD_OF_HOUSING);
        check.run("update deadline set current_due_at = now() - interval '1 minute' where subject_id = $1");
        sweep.sweep().block();
        sweep.sweep().block();
        assertThat(check.count(ON_THE_DESK)).isEqualTo(1);
        assertThat(check.count("deadline where second_due_at > now()")).isEqualTo(1);
        check.run("update deadline set second_due_at = now() - interval '1 second' where subject_id = $1");
        sweep.sweep().block();
        assertThat(check.count(ON_THE_DESK)).isEqualTo(2);
    }

    @Test
    void whoHasSatisfiedItInTimeKeepsItFromTheSecond() {
        started(HEAD_OF_HOUSING);
        check.run("update deadline set current_due_at = now() - interval '1 minute' where subject_id = $1");
        sweep.sweep().block();
        check.commit(outcome -> outcome.satisfying(STEP, now));
        check.run("update deadline set second_due_at = now() - interval '1 second' where subject_id = $1");
        sweep.sweep().block();
        assertThat(check.count(ON_THE_DESK)).isZero();
        assertThat(check.count(SECOND)).isZero();
    }

    @Test
    void aClockWithALaterDateCallsBothAnew() {
        started(HEAD_OF_HOUSING);
        sweep.sweep().block();
        check.commit(outcome -> outcome.extending(STEP, now.plus(9, ChronoUnit.DAYS), now.plus(8, ChronoUnit.DAYS)));
        assertThat(check.count(ON_THE_DESK)).isZero();
        assertThat(check.count("deadline where second_due_at is null and second_told_at is null"))
                .isEqualTo(1);
        check.run("update deadline set current_due_at = now() - interval '20 days' where subject_id = $1");
        sweep.sweep().block();
        assertThat(check.count(ON_THE_DESK)).isEqualTo(2);
        assertThat(check.count(SECOND)).isEqualTo(2);
    }

    @Test
    void aLevelWithNobodyToTellIsTheOfficeDirectors() {
        started(Assignee.holdersAt(Set.of(URBAN_BUREAU), Role.LEGAL_REVIEWER));
        sweep.sweep().block();
        assertThat(check.count(ON_THE_DESK + " and person_id = '" + DIRECTOR + "'"))
                .isEqualTo(1);
    }

    @Test
    void aClockWithoutSecondLevelCallsNobodyTwice() {
        start(Escalation.to("URGE_CHECK", DEPUTY_OF_HOUSING));
        sweep.sweep().block();
        assertThat(check.count(ON_THE_DESK)).isEqualTo(1);
        assertThat(check.count(SECOND)).isZero();
    }

    private void started(Assignee second) {
        start(Escalation.to("URGE_CHECK", DEPUTY_OF_HOUSING).then(second));
    }

    private void start(Escalation escalation) {
        var clock = deadlines
                .start("SUP_REVIEW", "supervision.matter", check.subject(), STEP, now.minus(60, ChronoUnit.DAYS))
                .block();
        check.commit(outcome -> outcome.announcing("begun", Priority.INFO, now).starting(clock, escalation));
    }
}
