package io.duban.supervision.matters;

import static io.duban.platform.identity.Role.SUPERVISION_CHIEF;
import static io.duban.platform.problem.RefusalCode.*;
import static io.duban.supervision.matters.SampleMatters.*;
import static io.duban.supervision.matters.SupervisionMatterStatus.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReachedConclusionsTests {

    @ParameterizedTest
    @EnumSource(value = Brief.Kind.class, mode = EnumSource.Mode.EXCLUDE, names = "ROUTINE")
    void refusesTheEndOfAnInspectionWithoutAConclusion(Brief.Kind kind) {
        refuses(E_GEN_ILLEGAL_STATE, PENDING_VERIFICATION, kind);
        assertThat(ended(CONCLUDED, kind, issued(false, null))).isEqualTo(HANDLED);
    }

    @Test
    void letsEverydayFollowUpEndEitherWay() {
        assertThat(ended(PENDING_VERIFICATION, Brief.Kind.ROUTINE)).isEqualTo(HANDLED);
        assertThat(ended(CONCLUDED, Brief.Kind.ROUTINE, issued(false, null))).isEqualTo(HANDLED);
    }

    @Test
    void refusesTheEndWhileAnObjectionIsOpen() {
        refuses(E_SUP_OBJECTION_OPEN, CONCLUDED, Brief.Kind.SPECIAL, issued(false, null), issued(true, null));
    }

    @Test
    void refusesTheEndWhileSomethingToPutRightIsNeitherVerifiedNorScheduled() {
        refuses(E_GEN_ILLEGAL_STATE, CONCLUDED, Brief.Kind.SPECIAL, issued(false, NOW));
        assertThat(ended(CONCLUDED, Brief.Kind.SPECIAL, issued(false, NOW.plusMillis(1))))
                .isEqualTo(HANDLED);
    }

    private static SupervisionMatterStatus ended(
            SupervisionMatterStatus from, Brief.Kind kind, ConclusionRecord... conclusions) {
        var file = file(matter(from, brief(kind, false)), host(AssignmentStatus.ACCEPTED));
        return new ReachedConclusions(List.of(conclusions))
                .markHandled(file, Course.Answer.NONE, command(officer(SUBMITTER, OFFICE, SUPERVISION_CHIEF), 5))
                .matter()
                .status();
    }

    private static void refuses(
            RefusalCode code, SupervisionMatterStatus from, Brief.Kind kind, ConclusionRecord... conclusions) {
        assertThatThrownBy(() -> ended(from, kind, conclusions))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static ConclusionRecord issued(boolean objectionOpen, Instant rectifyBy) {
        return new ConclusionRecord(
                UUID.randomUUID(),
                4,
                UUID.randomUUID(),
                "ISSUED",
                NOW,
                objectionOpen,
                rectifyBy,
                Set.of(URBAN),
                Set.of(DRAFTER));
    }
}
