package io.duban.hotline.tickets;

import static io.duban.hotline.tickets.CallbackRulesTests.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.platform.identity.Role;
import io.duban.platform.problem.RefusalCode;
import io.duban.support.Someone;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What may still be asked for when the office has spoken (domain 2.5 T20, T21, edge cases). */
class RecourseTests {

    private static final Instant LOCK = Instant.parse("2026-12-07T16:00:00Z");

    @ParameterizedTest(name = "{0} after {1} redos")
    @CsvSource({
        "HOTLINE_AUDITOR,0,true,false", "HOTLINE_AUDITOR,1,false,false", "HOTLINE_AUDITOR,2,false,true",
        "HOTLINE_MANAGER,0,true,false", "HOTLINE_MANAGER,1,true,false", "HOTLINE_MANAGER,2,true,true",
        "HOTLINE_MANAGER,3,true,true"
    })
    void aSecondRedoIsTheManagersAndAThirdLeadsToSupervision(
            Role role, int redos, boolean allowed, boolean supervision) {
        var recourse = new Recourse(redos, null, null, null);
        var officer = Someone.at(Someone.OFFICE, role);
        assertThat(recourse.allowsRedoBy(officer)).isEqualTo(allowed);
        assertThat(recourse.leadsToSupervision()).isEqualTo(supervision);
        if (allowed) {
            recourse.requireRedoBy(officer);
        } else {
            assertThatThrownBy(() -> recourse.requireRedoBy(officer)).satisfies(refused(RefusalCode.E_HOT_REDO_LIMIT));
        }
    }

    @Test
    void nothingIsExcludedOnceTheMonthIsLocked() {
        var closed = Recourse.NONE.lockedFrom(LOCK);
        closed.requireExclusion(LOCK, LOCK.minusMillis(1));
        assertThat(closed.allowsExclusion(LOCK.minusMillis(1))).isTrue();
        assertThat(closed.allowsExclusion(LOCK)).isFalse();
        assertThatThrownBy(() -> closed.requireExclusion(LOCK, LOCK))
                .satisfies(refused(RefusalCode.E_HOT_EXCLUSION_LOCKED));
    }

    @ParameterizedTest
    @EnumSource(Exclusion.Standing.class)
    void isAskedForOneAtATimeAndAgainOnlyAfterARefusal(Exclusion.Standing standing) {
        var recourse = Recourse.NONE.excluded(standing);
        assertThat(recourse.allowsExclusion(Someone.NOW)).isEqualTo(standing == Exclusion.Standing.REFUSED);
        if (standing == Exclusion.Standing.REFUSED) {
            recourse.requireExclusion(null, Someone.NOW);
        } else {
            assertThatThrownBy(() -> recourse.requireExclusion(null, Someone.NOW))
                    .satisfies(refused(RefusalCode.E_GEN_ILLEGAL_STATE));
        }
    }

    @ParameterizedTest
    @CsvSource({"2026-11-23T10:00:00+08:00,true", "2026-12-03T23:59:59+08:00,true", "2026-12-04T00:00:00+08:00,false"})
    void theCitizenEvaluatesAgainUntilTheEndOfTheTenthDay(String at, boolean allowed) {
        var closedAt = Instant.parse("2026-11-23T09:00:00+08:00");
        var now = Instant.parse(at);
        assertThat(Recourse.NONE.allowsEvaluation(closedAt, now)).isEqualTo(allowed);
        if (!allowed) {
            assertThatThrownBy(() -> Recourse.NONE.requireEvaluation(closedAt, now))
                    .satisfies(refused(RefusalCode.E_GEN_ILLEGAL_STATE));
        }
    }

    @Test
    void theCitizenEvaluatesAgainOnceAndOnlyWhereHeWasAskedBefore() {
        assertThat(Recourse.NONE.evaluated(Someone.NOW).allowsEvaluation(Someone.NOW, Someone.NOW))
                .isFalse();
        assertThat(Recourse.NONE.allowsEvaluation(null, Someone.NOW)).isFalse();
    }

    @Test
    void theNextRoundKnowsHowOftenItWasRedoneAndForgetsTheDates() {
        var ended =
                Recourse.NONE.redone().lockedFrom(LOCK).evaluated(Someone.NOW).excluded(Exclusion.Standing.GRANTED);
        assertThat(ended.nextRound()).isEqualTo(new Recourse(1, Exclusion.Standing.GRANTED, null, null));
    }
}
