package io.duban.supervision.matters;

import static io.duban.platform.identity.Role.*;
import static io.duban.supervision.matters.AssignmentStatus.*;
import static io.duban.supervision.matters.SampleMatters.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.platform.commands.Command;
import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Role;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every state of a unit's part with every move, and whose hands may make it: what the table allows goes where it says, all else is refused. */
class AssignmentMoveTests {

    private static final Map<AssignmentMove, Map<AssignmentStatus, AssignmentStatus>> TABLE =
            new EnumMap<>(AssignmentMove.class);

    static {
        row(AssignmentMove.SIGN_FOR, SIGNED, PENDING_SIGN);
        row(AssignmentMove.REQUEST_RETURN, RETURN_REQUESTED, PENDING_SIGN, SIGNED, IN_PROGRESS);
        row(AssignmentMove.DISPUTE, DISPUTED, PENDING_SIGN, SIGNED, IN_PROGRESS);
        row(AssignmentMove.KEEP, PENDING_SIGN, RETURN_REQUESTED);
        row(AssignmentMove.REASSIGN, REASSIGNED, RETURN_REQUESTED);
        row(AssignmentMove.DESIGNATE_HOLDER, PENDING_SIGN, DISPUTED);
        row(AssignmentMove.DESIGNATE, REASSIGNED, DISPUTED);
        row(AssignmentMove.REPORT_PROGRESS, IN_PROGRESS, SIGNED, IN_PROGRESS, RETURNED_FOR_CORRECTION);
        row(AssignmentMove.SUBMIT_FINAL, FEEDBACK_SUBMITTED, SIGNED, IN_PROGRESS, RETURNED_FOR_CORRECTION);
        row(AssignmentMove.RETURN_CO, RETURNED_FOR_CORRECTION, FEEDBACK_SUBMITTED);
        row(AssignmentMove.ACCEPT, ACCEPTED, FEEDBACK_SUBMITTED);
        row(AssignmentMove.RETURN_FOR_CORRECTION, RETURNED_FOR_CORRECTION, FEEDBACK_SUBMITTED);
        row(
                AssignmentMove.RELEASE,
                RELEASED,
                PENDING_SIGN,
                SIGNED,
                IN_PROGRESS,
                FEEDBACK_SUBMITTED,
                RETURNED_FOR_CORRECTION,
                RETURN_REQUESTED,
                DISPUTED);
        row(AssignmentMove.REDO, IN_PROGRESS, ACCEPTED);
        row(AssignmentMove.SIGN_ANEW, PENDING_SIGN, ACCEPTED);
    }

    private static void row(AssignmentMove move, AssignmentStatus to, AssignmentStatus... from) {
        var cells = new EnumMap<AssignmentStatus, AssignmentStatus>(AssignmentStatus.class);
        Arrays.stream(from).forEach(status -> cells.put(status, to));
        TABLE.put(move, cells);
    }

    @Test
    void namesEveryMove() {
        assertThat(TABLE).containsOnlyKeys(AssignmentMove.values());
    }

    @ParameterizedTest
    @MethodSource("cells")
    void goesWhereTheTableSays(AssignmentStatus state, AssignmentMove move) {
        var part = part(URBAN, SupervisionAssignment.Duty.HOST, state);
        var expected = TABLE.get(move).get(state);
        if (expected == null) {
            refuses(RefusalCode.E_GEN_ILLEGAL_STATE, () -> take(part, move));
        } else {
            var after = take(part, move);
            assertThat(after.status()).isEqualTo(expected);
            assertThat(after.version()).isEqualTo(part.version() + 1);
        }
    }

    static Stream<Arguments> cells() {
        return Stream.of(AssignmentStatus.values())
                .flatMap(state -> Stream.of(AssignmentMove.values()).map(move -> Arguments.of(state, move)));
    }

    /** Of the unit's own steps: each post of this unit, and the same posts of another unit. */
    @ParameterizedTest
    @MethodSource("hands")
    void isInTheHandsOfThisVeryUnit(AssignmentMove move, Role role) {
        var from = move.from().iterator().next();
        var part = part(URBAN, SupervisionAssignment.Duty.HOST, from);
        var own = command(officer(URBAN, role), part.version());
        var other = command(officer(DONGHU, role), part.version());
        refuses(RefusalCode.E_GEN_SCOPE, () -> take(part, move, other));
        if (move == AssignmentMove.SUBMIT_FINAL && role == UNIT_LIAISON) {
            refuses(RefusalCode.E_SUP_UNSIGNED, () -> take(part, move, own));
        } else if (move.hands().contains(role)) {
            assertThat(take(part, move, own).status()).isEqualTo(move.to());
        } else {
            refuses(RefusalCode.E_GEN_SCOPE, () -> take(part, move, own));
        }
    }

    static Stream<Arguments> hands() {
        return Stream.of(AssignmentMove.values())
                .filter(AssignmentMove::isOfUnit)
                .flatMap(move -> Stream.of(UNIT_HEAD, UNIT_DEPUTY, UNIT_LIAISON, UNIT_HANDLER)
                        .map(role -> Arguments.of(move, role)));
    }

    @ParameterizedTest
    @MethodSource("moves")
    void refusesWhoSawAnotherVersion(AssignmentMove move) {
        var part = host(move.from().iterator().next());
        refuses(RefusalCode.E_GEN_STALE_VERSION, () -> take(part, move, command(hand(move), part.version() - 1)));
    }

    static Stream<AssignmentMove> moves() {
        return Stream.of(AssignmentMove.values()).filter(move -> !move.hands().isEmpty());
    }

    private static SupervisionAssignment take(SupervisionAssignment part, AssignmentMove move) {
        return take(part, move, command(hand(move), part.version()));
    }

    private static Officer hand(AssignmentMove move) {
        return switch (move) {
            case SIGN_FOR, REPORT_PROGRESS -> officer(URBAN, UNIT_LIAISON);
            case REQUEST_RETURN, DISPUTE, SUBMIT_FINAL -> officer(URBAN, UNIT_HEAD);
            case RETURN_CO -> officer(DONGHU, UNIT_HEAD);
            case DESIGNATE, DESIGNATE_HOLDER -> officer(OFFICE, OFFICE_DIRECTOR);
            default -> officer(OFFICE, SUPERVISOR, SUPERVISION_CHIEF);
        };
    }

    private static SupervisionAssignment take(SupervisionAssignment part, AssignmentMove move, Command command) {
        return switch (move) {
            case SIGN_FOR -> part.signFor(UUID.randomUUID(), null, command);
            case REQUEST_RETURN, DISPUTE -> new PartReturn(part).asked(move, command);
            case KEEP, DESIGNATE_HOLDER -> {
                move.check(part.status(), part.version(), command);
                yield new PartReturn(part).kept(move);
            }
            case REASSIGN, DESIGNATE -> {
                move.check(part.status(), part.version(), command);
                yield new PartReturn(part).givenAway(move);
            }
            case RETURN_CO -> {
                move.check(part.status(), part.version(), command);
                yield new PartReturn(part).sentBackByHost("空洞", deadline(URBAN));
            }
            case REPORT_PROGRESS -> part.report(60, null, null, command);
            case SUBMIT_FINAL -> part.submitFinal(RESULT, brief(Brief.Kind.ROUTINE, false), command);
            case ACCEPT -> part.accept(command);
            case RETURN_FOR_CORRECTION -> part.returnForCorrection(List.of("缺照片"), null, command);
            case RELEASE -> PartChanges.released(part);
            case REDO, SIGN_ANEW -> part.again(move, deadline(URBAN));
        };
    }

    private static void refuses(RefusalCode code, ThrowingCallable step) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
