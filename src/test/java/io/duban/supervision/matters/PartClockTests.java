package io.duban.supervision.matters;

import static io.duban.supervision.matters.SampleMatters.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.platform.calendar.Deadline;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.supervision.Urgency;
import io.duban.support.ServerTest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The dates of a unit's part, by the calendar of 2026 and the rules in the database. */
@ServerTest
class PartClockTests {

    /** Friday before a make-up Sunday. */
    private static final Instant FRIDAY = at("2026-09-18T16:00");

    @Autowired
    MatterClocks clocks;

    @Test
    void runsUnderTheRulesOfBasisAndSource() {
        assertThat(PartRules.of(of(Brief.Basis.APPROVED_PROPOSAL, null)))
                .isEqualTo(new PartRules("INS_NORMAL", "SUP_STAGE", "SUP_STAGE", null));
        assertThat(PartRules.of(of(Brief.Basis.MEETING_DECISION, null)))
                .isEqualTo(new PartRules("SUP_MEETING_WHOLE", "SUP_MEETING_FIRST", "SUP_STAGE", "SUP_EXTEND"));
        assertThat(PartRules.of(of(Brief.Basis.APPROVED_PROPOSAL, Origin.Source.MEDIA)))
                .isEqualTo(new PartRules("SUP_MEDIA", "SUP_STAGE", "SUP_STAGE", "SUP_EXTEND_MEDIA"));
        assertThat(PartRules.of(of(Brief.Basis.APPROVED_PROPOSAL, Origin.Source.KEY_TASK)))
                .isEqualTo(new PartRules("INS_NORMAL", "SUP_MONTHLY", "SUP_MONTHLY", null));
        assertThat(PartRules.of(matter(SupervisionMatterStatus.ISSUED, brief(Brief.Kind.SPECIAL, false)))
                        .stage())
                .as("a leader watches it")
                .isEqualTo("SUP_STAGE_WATCHED");
    }

    @Test
    void givesAMeetingsDecisionTwentyWorkingDaysAndItsFirstReportFive() {
        var matter = of(Brief.Basis.MEETING_DECISION, null);
        assertThat(whole(matter, null, FRIDAY)).isEqualTo(at("2026-10-21T00:00"));
        assertThat(stage("SUP_MEETING_FIRST", at("2026-12-01T00:00"), FRIDAY)).isEqualTo(at("2026-09-25T00:00"));
    }

    @Test
    void givesWhatTheMediaReportFiveDays() {
        var matter = of(Brief.Basis.APPROVED_PROPOSAL, Origin.Source.MEDIA);
        assertThat(whole(matter, null, at("2026-11-23T10:00")))
                .as("Saturday goes to Monday")
                .isEqualTo(at("2026-12-01T00:00"));
    }

    @Test
    void staysOneWorkingDayInsideASuperiorsDate() {
        var matter = of(Brief.Basis.SUPERIOR_TASK, null);
        assertThat(whole(matter, at("2026-09-28T17:30"), FRIDAY)).isEqualTo(at("2026-09-24T17:30"));
    }

    @Test
    void asksForAKeyTaskEachMonthByTheFifth() {
        var whole = at("2027-06-30T00:00");
        assertThat(stage("SUP_MONTHLY", whole, at("2026-11-23T10:00")))
                .as("Saturday 5 December goes to Monday")
                .isEqualTo(at("2026-12-08T00:00"));
        assertThat(stage("SUP_MONTHLY", whole, at("2026-10-02T10:00"))).isEqualTo(at("2026-11-06T00:00"));
        assertThat(stage("SUP_MONTHLY", at("2026-11-30T00:00"), at("2026-11-23T10:00")))
                .as("the whole is due before")
                .isNull();
    }

    @Test
    void closesTheWindowOfAReturnAfterAWorkingDay() {
        assertThat(clocks.returnWindow(URBAN, URBAN, at("2026-09-24T09:00")).block())
                .isEqualTo(at("2026-09-28T17:30"));
        assertThat(clocks.returnDecision(URBAN, URBAN, at("2026-05-08T09:00"))
                        .block()
                        .currentDueAt())
                .as("Saturday 9 May works")
                .isEqualTo(at("2026-05-09T17:30"));
    }

    @Test
    void letsAUnitRestUntilTheNextWorkingDay() {
        assertThat(clocks.chaseRest(URBAN, URBAN, at("2026-09-19T09:00")).block())
                .isEqualTo(at("2026-09-21T00:00"));
    }

    @Test
    void countsAnExtensionFromTheOriginalDate() {
        var part = host(AssignmentStatus.IN_PROGRESS)
                .edit()
                .nextRound(at("2026-02-13T17:30"), at("2026-02-12T17:30"))
                .due(at("2026-02-27T17:30"), at("2026-02-26T17:30"))
                .done();
        assertThat(clocks.latestExtension(part, "SUP_EXTEND").block())
                .as("over the Spring Festival with its two make-up Saturdays")
                .isEqualTo(at("2026-03-06T00:00"));
        assertThat(clocks.latestExtension(part, "SUP_EXTEND_MEDIA").block()).isEqualTo(at("2026-02-26T00:00"));
    }

    @Test
    void keepsACoUnitAWorkingDayBeforeItsHost() {
        var matter = of(Brief.Basis.APPROVED_PROPOSAL, null);
        var host = clocks.whole(matter, URBAN, at("2026-09-28T17:30"), null, FRIDAY)
                .block();
        assertThat(co(matter, host, at("2026-09-24T17:30"))).isEqualTo(at("2026-09-24T17:30"));
        assertThatThrownBy(() -> co(matter, host, at("2026-09-24T17:31")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.E_SUP_CO_DUE_LATE));
    }

    private Instant co(SupervisionMatter matter, Deadline host, Instant given) {
        return clocks.co(matter, host, DONGHU, given, FRIDAY).block().currentDueAt();
    }

    private Instant whole(SupervisionMatter matter, @Nullable Instant outer, Instant now) {
        return clocks.whole(matter, URBAN, null, outer, now).block().currentDueAt();
    }

    private @Nullable Instant stage(String rule, Instant whole, Instant now) {
        return clocks.stage(rule, URBAN, URBAN, whole, now)
                .map(Deadline::currentDueAt)
                .block();
    }

    private static SupervisionMatter of(Brief.Basis basis, Origin.@Nullable Source source) {
        var brief = new Brief(
                Brief.Kind.ROUTINE,
                basis,
                "依据",
                "题",
                List.of("一"),
                Set.of(URBAN),
                List.of(),
                Urgency.NORMAL,
                false,
                null);
        var matter = matter(SupervisionMatterStatus.ISSUED, brief);
        return source == null ? matter : matter.with(brief, matter.term(), Origin.from(source, null), matter.course());
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(MatterClocks.OFFICE).toInstant();
    }
}
