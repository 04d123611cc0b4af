package io.duban.supervision.figures;

import static io.duban.supervision.Caller.DEPUTY;
import static io.duban.supervision.Caller.DIRECTOR;
import static io.duban.supervision.Caller.SUPERVISION_CHIEF;
import static io.duban.supervision.Caller.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.supervision.Caller;
import io.duban.supervision.MatterSteps;
import io.duban.support.ServerTest;
import io.duban.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the figures are worked out from is what the steps of a matter really write. */
@ServerTest
class FiguresOfAJourneyTests {

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    @Test
    void aMatterReturnedOnceAndStruckOffIsInEveryFigureItBelongsTo() {
        var before = figures();
        var caller = new Caller(port);
        var matter = new MatterSteps(caller)
                .drafted("ROUTINE", false)
                .submitted()
                .approvedBy(DIRECTOR)
                .issued(false)
                .signedFor()
                .handedIn();
        caller.post(
                SUPERVISOR,
                matter.part(matter.host()) + "/reviews",
                "{\"verdict\": \"RETURN_FOR_CORRECTION\", \"defects\": [\"缺照片\"]}",
                matter.partEtag(matter.host()));
        matter.handedIn().accepted();
        assertThat(matter.markHandled(SUPERVISION_CHIEF).status()).isEqualTo(200);
        assertThat(matter.strikeOff(DEPUTY).status()).isEqualTo(200);
        // As if it had been due at once.
        database.execute("""
                update deadline set original_due_at = trigger_at + interval '1 microsecond', current_due_at = trigger_at + interval '1 microsecond'
                where subject_id = '%s' and step like 'HANDLE:%%'""".formatted(matter.id()));

        var after = figures();
        assertThat(grown("sup.handledRate", before, after)).isEqualTo("1/1");
        assertThat(grown("sup.strikeOffRate", before, after)).isEqualTo("1/1");
        assertThat(grown("sup.reboundRate", before, after)).isEqualTo("0/1");
        assertThat(grown("sup.feedbackOnTimeRate", before, after)).isEqualTo("0/1");
        assertThat(grown("sup.unchasedOverdue", before, after)).isEqualTo("1/1");
        assertThat(grown("sup.firstPassRate", before, after)).isEqualTo("0/2");
        assertThat(grown("sup.returnRate", before, after)).isEqualTo("1/1");
        assertThat(grown("sup.extensionRate", before, after)).isEqualTo("0/1");
        assertThat(grown("sup.planAdherence", before, after)).isEqualTo("0/1");
    }

    private Figures figures() {
        return Figures.of(port, DIRECTOR, "2026-01-01", "2035-01-01");
    }

    private static String grown(String metric, Figures before, Figures after) {
        return after.number(metric, "numerator") - before.number(metric, "numerator") + "/"
                + (after.number(metric, "denominator") - before.number(metric, "denominator"));
    }
}
