package io.duban.feedbacks;

import static io.duban.feedbacks.FeedbackMove.*;
import static io.duban.feedbacks.FeedbackStatus.*;
import static io.duban.platform.identity.Role.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.duban.platform.calendar.AlertLight;
import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Role;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.support.Someone;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every cell of the table of domain A.13, and whose hand it is in. */
class FeedbackMoveTests {

    /** Written down from the specification, not from the enum. */
    private static final Map<FeedbackStatus, Map<FeedbackMove, FeedbackStatus>> LEGAL = new EnumMap<>(Map.of(
            POSTED, Map.of(ANSWER, ANSWERED),
            ANSWERED, Map.of(RATE_SATISFIED, CLOSED, REOPEN, REOPENED),
            REOPENED, Map.of(ANSWER_AGAIN, ANSWERED_AGAIN),
            ANSWERED_AGAIN, Map.of(RATE_SATISFIED, CLOSED, RATE_DISSATISFIED, CLOSED),
            CLOSED, Map.of()));

    static Stream<Arguments> cells() {
        return Arrays.stream(FeedbackStatus.values())
                .flatMap(status -> Arrays.stream(FeedbackMove.values()).map(move -> Arguments.of(status, move)));
    }

    @ParameterizedTest(name = "{1} while {0}")
    @MethodSource("cells")
    void allowsWhatTheTableListsAndNothingElse(FeedbackStatus status, FeedbackMove move) {
        var officer = Someone.at(Someone.OFFICE, OFFICE_DIRECTOR);
        var refusal = catchThrowableOfType(Refusal.class, () -> move.check(status, 3, Someone.sees(officer, 3)));
        if (LEGAL.get(status).containsKey(move)) {
            assertThat(refusal).isNull();
            assertThat(move.to()).isEqualTo(LEGAL.get(status).get(move));
        } else {
            assertThat(refusal.code()).isEqualTo(RefusalCode.E_GEN_ILLEGAL_STATE);
        }
    }

    @ParameterizedTest(name = "{1} while {0}")
    @MethodSource("cells")
    void isBoundToTheVersionSeen(FeedbackStatus status, FeedbackMove move) {
        var officer = Someone.at(Someone.OFFICE, OFFICE_DIRECTOR);
        var refusal = catchThrowableOfType(Refusal.class, () -> move.check(status, 3, Someone.sees(officer, 2)));
        assertThat(refusal.code()).isEqualTo(RefusalCode.E_GEN_STALE_VERSION);
    }

    @Test
    void letsTheDirectorAndHisDeputiesAnswerAndNobodyElse() {
        for (var role : Role.values()) {
            var answers = role == OFFICE_DIRECTOR || role == OFFICE_DEPUTY;
            assertThat(refusalOf(in(POSTED), Someone.at(Someone.OFFICE, role)))
                    .as(role.name())
                    .isEqualTo(answers ? null : RefusalCode.E_GEN_SCOPE);
            assertThat(refusalOf(in(REOPENED), Someone.at(Someone.OFFICE, role)))
                    .as(role.name())
                    .isEqualTo(role == OFFICE_DIRECTOR ? null : RefusalCode.E_GEN_SCOPE);
        }
    }

    @Test
    void letsADeputyAnswerWhatTheDirectorPostedToTheEnd() {
        var director = Someone.at(Someone.OFFICE, OFFICE_DIRECTOR);
        var deputy = Someone.at(Someone.OFFICE, OFFICE_DEPUTY);
        for (var status : Set.of(POSTED, REOPENED)) {
            var file = Sample.file(status, director);
            assertThat(refusalOf(file, director)).isEqualTo(RefusalCode.E_GEN_SELF_APPROVAL);
            assertThat(refusalOf(file, deputy)).isNull();
        }
    }

    @Test
    void letsThePosterAloneRateWhateverPostsHeHolds() {
        var nobody = Someone.at(Someone.OFFICE);
        var file = Sample.file(ANSWERED, nobody);
        var stranger = Someone.at(Someone.OFFICE, OFFICE_DIRECTOR);
        var refusal = catchThrowableOfType(
                Refusal.class,
                () -> file.rated(Sample.DISSATISFIED, Sample.due(), Someone.sees(stranger, file.version())));
        assertThat(refusal.code()).isEqualTo(RefusalCode.E_GEN_SCOPE);
        var rated = file.rated(Sample.DISSATISFIED, Sample.due(), Someone.sees(nobody, file.version()));
        assertThat(rated.feedback().status()).isEqualTo(REOPENED);
        assertThat(rated.lastAnswer().rating()).isEqualTo(FeedbackRating.DISSATISFIED);
        assertThat(rated.feedback().dueAt()).isEqualTo(Sample.due().currentDueAt());
    }

    @Test
    void showsALightOnlyWhileTheOfficeOwesAnAnswer() {
        for (var status : FeedbackStatus.values()) {
            var file = in(status);
            var late = file.dueAt().plus(Duration.ofMinutes(1));
            assertThat(file.light(late))
                    .isEqualTo(Set.of(POSTED, REOPENED).contains(status) ? AlertLight.RED : AlertLight.NONE);
        }
    }

    @Test
    void namesTheUnnamedToHimselfAndTheDirectorOnly() {
        var author = Someone.at(Someone.OFFICE, UNIT_HANDLER);
        var unnamed = Sample.file(POSTED, author, true);
        var named = Sample.file(POSTED, author, false);
        for (var role : Role.values()) {
            var reader = Someone.at(Someone.OFFICE, role);
            assertThat(unnamed.showsAuthorTo(reader)).as(role.name()).isEqualTo(role == OFFICE_DIRECTOR);
            assertThat(named.showsAuthorTo(reader)).isTrue();
        }
        assertThat(unnamed.showsAuthorTo(author)).isTrue();
        assertThat(unnamed.title()).isEqualTo("投诉·基层减负");
    }

    private static FeedbackFile in(FeedbackStatus status) {
        return Sample.file(status, Someone.at(Someone.OFFICE, UNIT_HANDLER));
    }

    private static RefusalCode refusalOf(FeedbackFile file, Officer answering) {
        var refusal = catchThrowableOfType(
                Refusal.class, () -> file.answered("已改进", Someone.sees(answering, file.version())));
        return refusal == null ? null : refusal.code();
    }
}
