package io.duban.platform.commands;

import static io.duban.platform.commands.SweptDatabase.at;
import static io.duban.support.DemoDistrict.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.platform.commands.SweptDatabase.Said;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Each reminder is said exactly once, whatever the instances, the restarts and the machines' clocks do. */
class SweepOnceTests {

    /** For the rounds, which leave nothing unsaid; any other test has one of its own. */
    private static final SweptDatabase ROUNDS = new SweptDatabase();

    private static final Instant DUE = at("2026-11-24T10:00:00");

    @RepeatedTest(50)
    void ofTwoInstancesEachClockIsSaidByOne() {
        var title = ROUNDS.clocks(20, "SUP_SIGN_URGENT", DUE);
        for (var now : List.of(DUE.minusSeconds(60), DUE.plusSeconds(60), DUE.plus(Duration.ofDays(2)))) {
            var one = ROUNDS.instance(now, QuietHours.NONE);
            var other = ROUNDS.instance(now, QuietHours.NONE);
            Flux.merge(one.sweep(), other.sweep(), one.sweep(), other.sweep())
                    .then()
                    .block();
        }
        assertThat(ROUNDS.said(title, "checkOverdueSoon")).isEqualTo(Said.once(20));
        assertThat(ROUNDS.said(title, "checkOverdue")).isEqualTo(Said.once(20));
        assertThat(ROUNDS.said(title, "checkStillOverdue")).isEqualTo(Said.once(20));
        assertThat(ROUNDS.onTheDeskOf(HOUSING_DEPUTY, title)).isEqualTo(20);
        assertThat(ROUNDS.onTheDeskOf(HOUSING_HEAD, title)).isEqualTo(20);
    }

    @Test
    void moreClocksThanOneSweepTakesAreSaidByTheNext() {
        var own = new SweptDatabase();
        var title = own.clocks(450, "SUP_SIGN_URGENT", DUE);
        for (int restart = 0; restart < 4; restart++) {
            own.sweepAt(DUE.plusSeconds(60), QuietHours.NONE);
        }
        assertThat(own.said(title, "checkOverdue")).isEqualTo(Said.once(450));
    }

    /** One statement takes fifty. */
    @Test
    void oneSweepSpeaksOfAllThatIsDueHoweverMuch() {
        var own = new SweptDatabase();
        var title = own.clocks(120, "SUP_SIGN_URGENT", DUE);
        own.sweepAt(DUE.plusSeconds(60), QuietHours.NONE);
        assertThat(own.said(title, "checkOverdue")).isEqualTo(Said.once(120));
    }

    @Test
    void aSweepThatIsCutOffHasNeitherMarkedNorTold() {
        var own = new SweptDatabase();
        var title = own.clocks(5, "SUP_SIGN_URGENT", DUE);
        var cut = TransactionalOperator.create(
                new R2dbcTransactionManager(own.client().getConnectionFactory()));
        own.client()
                .sql(ClockSweep.OVERDUE)
                .bind(0, DUE.plusSeconds(60))
                .bind(1, false)
                .map(row -> row.get("said", Long.class))
                .one()
                .flatMap(said -> Mono.<Long>error(new IllegalStateException("cut after " + said)))
                .as(cut::transactional)
                .as(StepVerifier::create)
                .verifyErrorMessage("cut after 5");
        assertThat(own.said(title, "checkOverdue")).isEqualTo(Said.NOTHING);
        assertThat(own.onTheDeskOf(HOUSING_DEPUTY, title)).isZero();
        own.sweepAt(DUE.plusSeconds(60), QuietHours.NONE);
        assertThat(own.said(title, "checkOverdue")).isEqualTo(Said.once(5));
    }

    @Test
    void aClockOfTheMachineThatJumpsNeitherRepeatsNorSkips() {
        var own = new SweptDatabase();
        var title = own.clocks(5, "SUP_SIGN_URGENT", DUE);
        var later = own.clocks(5, "SUP_SIGN_URGENT", DUE.plus(Duration.ofHours(3)));
        own.sweepAt(DUE.minusSeconds(60), QuietHours.NONE);
        // Two hours fast, set back by ten minutes and more, and right again.
        own.sweepAt(DUE.plus(Duration.ofHours(2)), QuietHours.NONE);
        own.sweepAt(DUE.minus(Duration.ofMinutes(10)), QuietHours.NONE);
        own.sweepAt(DUE.plusSeconds(60), QuietHours.NONE);
        assertThat(own.said(title, "checkOverdueSoon")).isEqualTo(Said.once(5));
        assertThat(own.said(title, "checkOverdue")).isEqualTo(Said.once(5));
        assertThat(own.said(later, "checkOverdue")).isEqualTo(Said.NOTHING);
        own.sweepAt(DUE.plus(Duration.ofHours(4)), QuietHours.NONE);
        assertThat(own.said(later, "checkOverdue")).isEqualTo(Said.once(5));
    }

    @Test
    void whatNobodyHoldsThePostForIsTheDirectors() {
        var own = new SweptDatabase();
        var title = own.clocks(4, "SUP_SIGN_URGENT", DUE);
        own.client()
                .sql(
                        "update deadline set escalation_roles = array['LEGAL_REVIEWER'], second_roles = array['LEGAL_REVIEWER'] where subject_id in (select subject_id from event_log where title = $1)")
                .bind(0, title)
                .then()
                .block();
        own.sweepAt(DUE.plus(Duration.ofDays(3)), QuietHours.NONE);
        assertThat(own.onTheDeskOf(DIRECTOR, title)).isEqualTo(4);
        assertThat(own.said(title, "checkStillOverdue")).isEqualTo(Said.once(4));
    }
}
