package io.duban.instructions;

import static io.duban.instructions.InstructionMove.*;
import static io.duban.instructions.InstructionStatus.*;
import static io.duban.instructions.Words.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.duban.platform.identity.Role;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.support.Someone;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every cell of the table: what domain 2.3 does not list is illegal. */
class InstructionMoveTests {

    /** Moves nobody makes here: those of the paper the words are written on, and of silence. */
    private static final Set<InstructionMove> NOBODYS =
            EnumSet.of(ASSIGN_WITH_PAPER, BEGIN_WITH_PAPER, REPORT_WITH_PAPER, STRIKE_OFF_BY_SILENCE);

    /** Written down from the specification, not from the enum. */
    private static final Map<InstructionStatus, Set<InstructionMove>> LEGAL = new EnumMap<>(Map.of(
            RECORDED, Set.of(COORDINATE, CONFIRM_ORAL, DENY_ORAL, ACKNOWLEDGE, DECOMPOSE, CANCEL, ASSIGN_WITH_PAPER),
            DECOMPOSED,
                    Set.of(
                            CONFIRM_ORAL,
                            DENY_ORAL,
                            ACKNOWLEDGE,
                            DECOMPOSE,
                            CONFIRM_DECOMPOSITION,
                            RETURN_DECOMPOSITION,
                            ASSIGN,
                            CANCEL,
                            ASSIGN_WITH_PAPER),
            ASSIGNED,
                    Set.of(
                            CONFIRM_ORAL,
                            DENY_ORAL,
                            ACKNOWLEDGE,
                            GIVE_FEEDBACK,
                            REPORT,
                            CANCEL,
                            BEGIN_WITH_PAPER,
                            REPORT_WITH_PAPER),
            IN_PROGRESS,
                    Set.of(
                            CONFIRM_ORAL,
                            DENY_ORAL,
                            ACKNOWLEDGE,
                            GIVE_FEEDBACK,
                            ACCEPT_FEEDBACK,
                            RETURN_FEEDBACK,
                            REPORT,
                            CANCEL,
                            REPORT_WITH_PAPER),
            REPORTED,
                    Set.of(
                            CONFIRM_ORAL,
                            DENY_ORAL,
                            ACKNOWLEDGE,
                            REPORT,
                            STRIKE_OFF,
                            CONTINUE,
                            CANCEL,
                            STRIKE_OFF_BY_SILENCE),
            STRUCK_OFF, Set.of(ACKNOWLEDGE),
            CONTINUED, Set.of(ACKNOWLEDGE),
            NO_ACTION_NEEDED, Set.of(ACKNOWLEDGE),
            CANCELLED, Set.of(ACKNOWLEDGE)));

    static Stream<Arguments> cells() {
        return Arrays.stream(InstructionStatus.values())
                .flatMap(status -> Arrays.stream(InstructionMove.values()).map(move -> Arguments.of(status, move)));
    }

    @ParameterizedTest(name = "{1} while {0}")
    @MethodSource("cells")
    void allowsWhatTheTableListsAndNothingElse(InstructionStatus status, InstructionMove move) {
        assertThat(move.from().contains(status)).isEqualTo(LEGAL.get(status).contains(move));
        if (NOBODYS.contains(move)) {
            return;
        }
        var file = in(status);
        var officer = holding(move.hands().iterator().next());

        var refusal = catchThrowableOfType(Refusal.class, () -> file.check(move, by(officer, file)));

        if (LEGAL.get(status).contains(move)) {
            assertThat(refusal).isNull();
        } else {
            assertThat(refusal.code()).isEqualTo(RefusalCode.E_GEN_ILLEGAL_STATE);
        }
    }

    @ParameterizedTest(name = "{1} while {0}")
    @MethodSource("cells")
    void isInNoHandButThoseOfTheTable(InstructionStatus status, InstructionMove move) {
        var file = in(status);

        Arrays.stream(Role.values())
                .filter(role -> !move.hands().contains(role))
                .forEach(role -> {
                    var refusal = catchThrowableOfType(Refusal.class, () -> file.check(move, by(holding(role), file)));
                    assertThat(refusal.code()).isEqualTo(RefusalCode.E_GEN_SCOPE);
                });
    }

    @ParameterizedTest(name = "{1} while {0}")
    @MethodSource("cells")
    void isBoundToTheVersionSeen(InstructionStatus status, InstructionMove move) {
        var file = in(status);

        var refusal =
                catchThrowableOfType(Refusal.class, () -> file.check(move, Someone.sees(LEADER, file.version() + 1)));

        assertThat(refusal.code()).isEqualTo(RefusalCode.E_GEN_STALE_VERSION);
    }

    @Test
    void neverLeavesAnEnd() {
        Arrays.stream(InstructionStatus.values())
                .filter(status -> !status.isOpen())
                .forEach(end -> assertThat(LEGAL.get(end))
                        .allSatisfy(move -> assertThat(move.after(end)).isEqualTo(end)));
        assertThat(LEGAL).containsOnlyKeys(InstructionStatus.values());
    }

    @Test
    void reachesTheEndsByTheMovesOfTheSpecificationOnly() {
        assertThat(Arrays.stream(InstructionMove.values()).filter(move -> move.after(REPORTED) == STRUCK_OFF))
                .containsExactlyInAnyOrder(STRIKE_OFF, STRIKE_OFF_BY_SILENCE);
        assertThat(Arrays.stream(InstructionMove.values()).filter(move -> move.after(RECORDED) == REPORTED))
                .containsExactlyInAnyOrder(REPORT, REPORT_WITH_PAPER);
    }
}
