package io.duban.supervision.matters;

import static io.duban.platform.identity.Role.*;
import static io.duban.supervision.matters.AssignmentStatus.*;
import static io.duban.supervision.matters.SampleMatters.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.platform.identity.Role;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every state of a unit's part with every act that leaves it where it is. */
class AssignmentActTests {

    private static final Set<AssignmentStatus> OWED =
            EnumSet.of(PENDING_SIGN, SIGNED, IN_PROGRESS, RETURNED_FOR_CORRECTION, RETURN_REQUESTED, DISPUTED);

    private static final Map<AssignmentAct, Set<AssignmentStatus>> TABLE = Map.of(
            AssignmentAct.REQUEST_EXTENSION,
            OWED,
            AssignmentAct.DECIDE_EXTENSION,
            OWED,
            AssignmentAct.CHASE,
            OWED,
            AssignmentAct.EVALUATE,
            EnumSet.of(ACCEPTED),
            AssignmentAct.OBJECT_TO_EVALUATION,
            EnumSet.of(ACCEPTED),
            AssignmentAct.DECIDE_EVALUATION_OBJECTION,
            EnumSet.of(ACCEPTED));

    private static final Map<AssignmentAct, Role> HAND = Map.of(
            AssignmentAct.REQUEST_EXTENSION, UNIT_HEAD,
            AssignmentAct.DECIDE_EXTENSION, OFFICE_DIRECTOR,
            AssignmentAct.CHASE, SUPERVISOR,
            AssignmentAct.EVALUATE, SUPERVISOR,
            AssignmentAct.OBJECT_TO_EVALUATION, UNIT_LIAISON,
            AssignmentAct.DECIDE_EVALUATION_OBJECTION, SUPERVISION_CHIEF);

    @ParameterizedTest
    @MethodSource("cells")
    void isPossibleWhereTheTableSays(AssignmentStatus state, AssignmentAct act) {
        var part = host(state);
        ThrowingCallable step =
                () -> act.check(part, command(officer(act.isOfUnit() ? URBAN : OFFICE, HAND.get(act)), part.version()));
        if (TABLE.get(act).contains(state)) {
            assertThatCode(step).doesNotThrowAnyException();
        } else {
            refuses(RefusalCode.E_GEN_ILLEGAL_STATE, step);
        }
    }

    static Stream<Arguments> cells() {
        return Stream.of(AssignmentStatus.values())
                .flatMap(state -> Stream.of(AssignmentAct.values()).map(act -> Arguments.of(state, act)));
    }

    @ParameterizedTest
    @MethodSource("acts")
    void isInTheHandsOfTheUnitOrNeverOfTheUnit(AssignmentAct act) {
        var part = host(TABLE.get(act).iterator().next());
        if (act.isOfUnit()) {
            refuses(RefusalCode.E_GEN_SCOPE, () -> act.check(part, command(officer(DONGHU, HAND.get(act)), 3)));
            refuses(RefusalCode.E_GEN_SCOPE, () -> act.check(part, command(officer(URBAN, UNIT_HANDLER), 3)));
        } else {
            refuses(RefusalCode.E_GEN_SELF_APPROVAL, () -> act.check(part, command(officer(URBAN, HAND.get(act)), 3)));
            refuses(RefusalCode.E_GEN_SCOPE, () -> act.check(part, command(officer(OFFICE, REGISTRAR), 3)));
        }
        refuses(
                RefusalCode.E_GEN_STALE_VERSION,
                () -> act.check(part, command(officer(act.isOfUnit() ? URBAN : OFFICE, HAND.get(act)), 2)));
    }

    static Stream<AssignmentAct> acts() {
        return Stream.of(AssignmentAct.values());
    }

    private static void refuses(RefusalCode code, ThrowingCallable step) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
