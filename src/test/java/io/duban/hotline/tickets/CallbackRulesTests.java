package io.duban.hotline.tickets;

import static io.duban.hotline.tickets.Callback.Outcome.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.platform.identity.Role;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.support.Someone;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** When a call-back may close a ticket (domain 2.5 T19). */
class CallbackRulesTests {

    private static final CallbackTries NEVER = new CallbackTries(List.of());
    private static final CallbackTries ENOUGH = tries("2026-11-23T09:10", "2026-11-23T15:00", "2026-11-24T19:30");

    /** Outcome | says something | wants a call | tried enough | allowed. */
    static Stream<Arguments> outcomes() {
        return Stream.of(Callback.Outcome.values())
                .flatMap(outcome -> Stream.of(true, false)
                        .flatMap(says -> Stream.of(true, false)
                                .flatMap(wants -> Stream.of(true, false)
                                        .map(tried -> Arguments.of(
                                                outcome,
                                                says,
                                                wants,
                                                tried,
                                                specified(outcome, says, wants, tried))))));
    }

    private static boolean specified(Callback.Outcome outcome, boolean says, boolean wants, boolean tried) {
        return switch (outcome) {
            case ANSWERED -> says;
            case REFUSED_TO_RATE -> !says;
            case UNREACHABLE -> !says && tried;
            case NO_CALLBACK_WANTED -> !says && !wants;
        };
    }

    @ParameterizedTest(name = "{0}: says {1}, wants a call {2}, tried {3}")
    @MethodSource("outcomes")
    void closesExactlyWhereSpecified(
            Callback.Outcome outcome, boolean says, boolean wants, boolean tried, boolean allowed) {
        var answer = new Callback.Answer(
                outcome, says ? Callback.Resolved.NO : null, says ? Callback.Satisfaction.DISSATISFIED : null, null);
        var citizen = new Citizen("张三", "13800001234", null, null, wants);
        if (allowed) {
            answer.require(citizen, tried ? ENOUGH : NEVER);
        } else {
            assertThatThrownBy(() -> answer.require(citizen, tried ? ENOUGH : NEVER))
                    .satisfies(refused(RefusalCode.E_GEN_VALIDATION));
        }
    }

    @Test
    void halfAnAnswerIsNone() {
        var half = new Callback.Answer(ANSWERED, Callback.Resolved.YES, null, null);
        assertThatThrownBy(() -> half.require(new Citizen(null, null, null, null, true), NEVER))
                .satisfies(refused(RefusalCode.E_GEN_VALIDATION));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-23T09:10 2026-11-24T15:00                                   | false",
                "2026-11-23T09:10 2026-11-23T15:00 2026-11-23T19:30                  | false",
                "2026-11-23T09:10 2026-11-24T09:40 2026-11-25T09:59                  | false",
                "2026-11-23T09:10 2026-11-24T09:40 2026-11-24T15:00                  | false",
                "2026-11-23T09:10 2026-11-24T10:00 2026-11-24T15:00                  | true",
                "2026-11-23T09:10 2026-11-23T10:00 2026-11-23T15:00 2026-11-24T09:30 | true",
                "2026-11-23T23:59 2026-11-24T00:00 2026-11-24T08:00                  | true"
            })
    void threeTriesOnTwoDaysAtDifferentHoursAreEnough(String at, boolean enough) {
        assertThat(tries(at.trim().split("\\s+")).areEnough()).isEqualTo(enough);
    }

    @Test
    void whoPassedTheAuditDoesNotCallBack() {
        var both = Someone.at(Someone.OFFICE, Role.HOTLINE_AUDITOR, Role.CALLBACK_AGENT);
        var passed = Callback.NONE.passedBy(both.id());
        assertThatThrownBy(() -> passed.requireOther(Someone.sees(both, 1)))
                .satisfies(refused(RefusalCode.E_GEN_SELF_APPROVAL));
        passed.requireOther(Someone.sees(Someone.at(Someone.OFFICE, Role.CALLBACK_AGENT), 1));
        assertThat(passed.nextRound().wasAuditedBy(both.id())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "WANTS_REDO,true,points,true",
        "WANTS_REDO,true,,false",
        "WANTS_REDO,false,points,false",
        "NO_ANSWER,false,,true",
        "NO_ANSWER,true,,false",
        "CALL_LATER,false,evening,true",
        "BUSY,false,,true"
    })
    void aTryIsCompleteOrRefused(CallbackAttempt.Result result, boolean says, String note, boolean complete) {
        var tried = new CallbackAttempt.Tried(
                result, says ? Callback.Resolved.PARTLY : null, says ? Callback.Satisfaction.DISSATISFIED : null, note);
        if (complete) {
            tried.requireComplete();
        } else {
            assertThatThrownBy(tried::requireComplete).satisfies(refused(RefusalCode.E_GEN_VALIDATION));
        }
    }

    private static CallbackTries tries(String... shanghai) {
        return new CallbackTries(Stream.of(shanghai)
                .map(time -> Instant.parse(time + ":00+08:00"))
                .toList());
    }

    static java.util.function.Consumer<Throwable> refused(RefusalCode code) {
        return fault -> assertThat(((Refusal) fault).code()).isEqualTo(code);
    }
}
