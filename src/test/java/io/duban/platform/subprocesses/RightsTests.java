package io.duban.platform.subprocesses;

import static io.duban.platform.problem.RefusalCode.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.support.Someone;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The sub-processes every business shares: what each lets be done, and until when. */
class RightsTests {

    private static final Instant NOW = Someone.NOW;

    @Test
    void letsAUnitReturnItOnceInItsWindow() {
        assertThat(new ReturnRight(false, false, NOW).isOpen(NOW)).isTrue();
        assertThat(new ReturnRight(false, false, null).isOpen(NOW))
                .as("without a window")
                .isTrue();
        refuses(E_GEN_RETURN_WINDOW, () -> new ReturnRight(false, false, NOW).require(NOW.plusMillis(1)));
        refuses(E_GEN_RETURN_TWICE, () -> new ReturnRight(false, true, NOW).require(NOW));
        refuses(E_GEN_DESIGNATED, () -> new ReturnRight(true, true, NOW).require(NOW));
        assertThat(new ReturnRight(true, false, NOW).isOpen(NOW)).isFalse();
        assertThat(new ReturnRight(false, true, NOW).isOpen(NOW)).isFalse();
    }

    @Test
    void lengthensOnceBeforeItIsDue() {
        var later = NOW.plusSeconds(10);
        assertThatCode(() -> new ExtensionRight(NOW, null, false).require(later, NOW))
                .doesNotThrowAnyException();
        refuses(E_GEN_EXTENSION_LATE, () -> new ExtensionRight(NOW, null, false).require(later, NOW.plusMillis(1)));
        refuses(E_GEN_EXTENSION_TWICE, () -> new ExtensionRight(NOW, null, true).require(later, NOW));
        refuses(E_GEN_VALIDATION, () -> new ExtensionRight(NOW, null, false).require(NOW, NOW));
        assertThat(new ExtensionRight(NOW, null, false).isOpen(NOW.plusMillis(1)))
                .isFalse();
    }

    @Test
    void turnsYellowAsLongBeforeTheNewDateAsBeforeTheOld() {
        var right = new ExtensionRight(NOW, NOW.minus(Duration.ofHours(5)), false);
        assertThat(right.warnBefore(NOW.plus(Duration.ofDays(3))))
                .isEqualTo(NOW.plus(Duration.ofDays(3)).minus(Duration.ofHours(5)));
        assertThat(new ExtensionRight(NOW, null, false).warnBefore(NOW)).isEqualTo(NOW);
    }

    /** Chased on Friday 2026-09-18; Sunday the 20th is a make-up day, on which it may be chased again from 0:00 on. */
    @Test
    void leavesAUnitInPeaceUntilTheNextWorkingDay() {
        var rest = new ChaseRest(Instant.parse("2026-09-20T16:00:00Z"));
        assertThat(new ChaseRest(null).isOver(NOW)).isTrue();
        refuses(E_GEN_CHASE_TOO_OFTEN, () -> rest.require(Instant.parse("2026-09-19T15:59:59Z")));
        assertThatCode(() -> rest.require(Instant.parse("2026-09-19T16:00:00Z")))
                .doesNotThrowAnyException();
    }

    @Test
    void sendsAnOpinionBackOnce() {
        assertThatCode(() -> new CoOpinion(false).requireFirst()).doesNotThrowAnyException();
        refuses(E_GEN_RETURN_TWICE, () -> new CoOpinion(true).requireFirst());
    }

    @Test
    void keepsADecisionFromWhoDidTheStepBefore() {
        var officer = Someone.at(Someone.OFFICE);
        var delegate = Someone.at(Someone.OFFICE);
        var acting = Someone.actsFor(officer, delegate, false, 1);
        refuses(E_GEN_SELF_APPROVAL, () -> Separation.require(acting, "不可以", "no", officer.id()));
        refuses(E_GEN_SELF_APPROVAL, () -> Separation.require(acting, "不可以", "no", null, delegate.id()));
        assertThatCode(() -> Separation.require(acting, "不可以", "no", null, UUID.randomUUID()))
                .doesNotThrowAnyException();
    }

    private static void refuses(RefusalCode code, ThrowingCallable step) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
