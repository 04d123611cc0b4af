package io.duban.supervision.conclusions;

import static io.duban.platform.identity.Role.*;
import static io.duban.supervision.conclusions.SampleConclusions.*;
import static io.duban.supervision.matters.SampleMatters.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.platform.commands.Move;
import io.duban.platform.identity.Role;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every state with every move of the four tables: what they allow goes where they say, all else is refused; other hands are refused. */
class ConclusionMoveTests {

    /** What domain 2.4.1 T10 and 2.4.5 allow, written down a second time: from &gt; to. */
    private static final Map<Move<?>, Map<String, String>> ALLOWED = Map.ofEntries(
            Map.entry(ConclusionMove.REVISE_CONCLUSION, Map.of("DRAFT", "DRAFT")),
            Map.entry(ConclusionMove.SUBMIT_CONCLUSION, Map.of("DRAFT", "PENDING_REVIEW")),
            Map.entry(ConclusionMove.RETURN_CONCLUSION, Map.of("PENDING_REVIEW", "DRAFT")),
            Map.entry(ConclusionMove.ISSUE_CONCLUSION, Map.of("PENDING_REVIEW", "ISSUED")),
            Map.entry(ObjectFindingMove.ISSUE_FINDING, Map.of("DRAFT", "PENDING_RECEIPT")),
            Map.entry(ObjectFindingMove.SIGN_FOR_FINDING, Map.of("PENDING_RECEIPT", "RECEIVED")),
            Map.entry(ObjectFindingMove.FILE_OBJECTION, Map.of("RECEIVED", "OBJECTED")),
            Map.entry(ObjectFindingMove.LEAVE_FINDING, Map.of("OBJECTED", "RECEIVED")),
            Map.entry(ObjectFindingMove.UPHOLD_FINDING, Map.of("OBJECTED", "UPHELD")),
            Map.entry(ObjectFindingMove.CHANGE_FINDING, Map.of("OBJECTED", "CHANGED")),
            Map.entry(ObjectFindingMove.REVOKE_FINDING, Map.of("OBJECTED", "REVOKED")),
            Map.entry(RectificationMove.ORDER_RECTIFICATION, Map.of("DRAFT", "OPEN")),
            Map.entry(RectificationMove.REPORT_RECTIFICATION, Map.of("OPEN", "REPORTED")),
            Map.entry(RectificationMove.VERIFY_RECTIFICATION, Map.of("REPORTED", "VERIFIED")),
            Map.entry(RectificationMove.RETURN_RECTIFICATION, Map.of("REPORTED", "OPEN")),
            Map.entry(RectificationMove.WITHDRAW_RECTIFICATION, Map.of("OPEN", "WITHDRAWN", "REPORTED", "WITHDRAWN")),
            Map.entry(ObjectionMove.ACCEPT_OBJECTION, Map.of("FILED", "ACCEPTED")),
            Map.entry(ObjectionMove.DECLARE_INADMISSIBLE, Map.of("FILED", "INADMISSIBLE")),
            Map.entry(ObjectionMove.UPHOLD_CONCLUSION, Map.of("ACCEPTED", "UPHELD")),
            Map.entry(ObjectionMove.CHANGE_CONCLUSION, Map.of("ACCEPTED", "CHANGED")),
            Map.entry(ObjectionMove.REVOKE_CONCLUSION, Map.of("ACCEPTED", "REVOKED")));

    @TestFactory
    Stream<DynamicTest> everyMoveFromEveryState() {
        return Stream.of(
                        cells(ConclusionStatus.values(), ConclusionMove.values(), this::conclude),
                        cells(ObjectFindingStatus.values(), ObjectFindingMove.values(), this::tell),
                        cells(RectificationStatus.values(), RectificationMove.values(), this::rectify),
                        cells(ObjectionStatus.values(), ObjectionMove.values(), this::object))
                .flatMap(cells -> cells);
    }

    /** A move that is in somebody's hands is refused to every other post before its state is asked. */
    @TestFactory
    Stream<DynamicTest> noOtherHandsMakeAMove() {
        return ALLOWED.keySet().stream()
                .filter(move -> !move.hands().isEmpty())
                .flatMap(move -> EnumSet.allOf(Role.class).stream()
                        .filter(role -> !move.hands().contains(role))
                        .map(role -> DynamicTest.dynamicTest(
                                move.name() + " by " + role,
                                () -> refuses(RefusalCode.E_GEN_SCOPE, () -> attempt(move, role)))));
    }

    private interface Step<S, M> {
        Enum<?> take(S state, M move);
    }

    private <S extends Enum<S>, M extends Move<S>> Stream<DynamicTest> cells(S[] states, M[] moves, Step<S, M> step) {
        return Arrays.stream(states)
                .flatMap(state -> Arrays.stream(moves)
                        .map(move -> DynamicTest.dynamicTest(
                                state + " " + move.name(),
                                () -> check(ALLOWED.get(move).get(state.name()), () -> step.take(state, move)))));
    }

    private static void check(String expected, Supplier<Enum<?>> step) {
        if (expected == null) {
            refuses(RefusalCode.E_GEN_ILLEGAL_STATE, step);
        } else {
            assertThat(step.get().name()).isEqualTo(expected);
        }
    }

    private static void refuses(RefusalCode code, Supplier<?> step) {
        assertThatThrownBy(step::get)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private Enum<?> conclude(ConclusionStatus state, ConclusionMove move) {
        return conclude(state, move, move.hands().iterator().next());
    }

    private Enum<?> conclude(ConclusionStatus state, ConclusionMove move, Role role) {
        var command = office(5, role);
        var conclusion = conclusion(state);
        var moved = switch (move) {
            case REVISE_CONCLUSION -> conclusion.revise(sampleMatter(), "改写", command);
            case SUBMIT_CONCLUSION -> conclusion.submit(command);
            case RETURN_CONCLUSION -> conclusion.returned("缺证据", command);
            case ISSUE_CONCLUSION -> conclusion.issue(null, command);
        };
        return moved.status();
    }

    private Enum<?> tell(ObjectFindingStatus state, ObjectFindingMove move) {
        return tell(state, move, move.hands().stream().findFirst().orElse(UNIT_HEAD));
    }

    private Enum<?> tell(ObjectFindingStatus state, ObjectFindingMove move, Role role) {
        var finding = finding(state, 1);
        var moved = switch (move) {
            case ISSUE_FINDING -> finding.issue();
            case SIGN_FOR_FINDING -> finding.signFor(LATER, unit(3, role));
            case FILE_OBJECTION -> finding.fileObjection(unit(3, role));
            default -> finding.after(move);
        };
        return moved.status();
    }

    private Enum<?> rectify(RectificationStatus state, RectificationMove move) {
        return rectify(state, move, move.hands().stream().findFirst().orElse(UNIT_HEAD));
    }

    private Enum<?> rectify(RectificationStatus state, RectificationMove move, Role role) {
        var item = item(state);
        var moved = switch (move) {
            case ORDER_RECTIFICATION -> item.order(due(RectificationItem.SUBJECT_TYPE, item.id()));
            case REPORT_RECTIFICATION -> item.report("已重新摊铺", unit(3, role));
            case VERIFY_RECTIFICATION -> item.verify("现场复核", office(3, role));
            case RETURN_RECTIFICATION -> item.returned("仍有沉降", office(3, role));
            case WITHDRAW_RECTIFICATION -> item.withdraw();
        };
        return moved.status();
    }

    private Enum<?> object(ObjectionStatus state, ObjectionMove move) {
        return object(state, move, move.hands().iterator().next());
    }

    private Enum<?> object(ObjectionStatus state, ObjectionMove move, Role role) {
        var objection = objection(state);
        var moved = switch (move) {
            case ACCEPT_OBJECTION -> objection.accept(office(3, role));
            default -> objection.decide(move, "理由", office(3, role));
        };
        return moved.status();
    }

    private Object attempt(Move<?> move, Role role) {
        if (move instanceof ConclusionMove one) {
            return conclude(ConclusionStatus.valueOf(from(move)), one, role);
        }
        if (move instanceof ObjectFindingMove one) {
            return tell(ObjectFindingStatus.valueOf(from(move)), one, role);
        }
        if (move instanceof RectificationMove one) {
            return rectify(RectificationStatus.valueOf(from(move)), one, role);
        }
        return object(ObjectionStatus.valueOf(from(move)), (ObjectionMove) move, role);
    }

    private static String from(Move<?> move) {
        return ALLOWED.get(move).keySet().iterator().next();
    }
}
