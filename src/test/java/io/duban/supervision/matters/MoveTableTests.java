package io.duban.supervision.matters;

import static io.duban.platform.identity.Role.*;
import static io.duban.supervision.matters.SampleMatters.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every state with every move: what the tables of the domain allow goes where they say, all else is refused and names the state. */
class MoveTableTests {

    private static final Map<MatterMove, Map<SupervisionMatterStatus, SupervisionMatterStatus>> MATTER = Map.of(
            MatterMove.SUBMIT_MATTER,
            Map.of(SupervisionMatterStatus.DRAFT, SupervisionMatterStatus.PENDING_APPROVAL),
            MatterMove.APPROVE_MATTER,
            Map.of(SupervisionMatterStatus.PENDING_APPROVAL, SupervisionMatterStatus.APPROVED),
            MatterMove.RETURN_MATTER,
            Map.of(SupervisionMatterStatus.PENDING_APPROVAL, SupervisionMatterStatus.DRAFT),
            MatterMove.CANCEL_MATTER,
            Map.of(SupervisionMatterStatus.PENDING_APPROVAL, SupervisionMatterStatus.CANCELLED),
            MatterMove.ISSUE_NOTICE,
            Map.of(SupervisionMatterStatus.APPROVED, SupervisionMatterStatus.ISSUED),
            MatterMove.VERIFICATION_FAILED,
            Map.of(SupervisionMatterStatus.PENDING_VERIFICATION, SupervisionMatterStatus.IN_PROGRESS),
            MatterMove.CONCLUDE,
            Map.of(SupervisionMatterStatus.PENDING_VERIFICATION, SupervisionMatterStatus.CONCLUDED),
            MatterMove.MARK_HANDLED,
            Map.of(
                    SupervisionMatterStatus.PENDING_VERIFICATION, SupervisionMatterStatus.HANDLED,
                    SupervisionMatterStatus.CONCLUDED, SupervisionMatterStatus.HANDLED),
            MatterMove.STRIKE_OFF,
            Map.of(SupervisionMatterStatus.HANDLED, SupervisionMatterStatus.STRUCK_OFF),
            MatterMove.INSTRUCT_AGAIN,
            Map.of(SupervisionMatterStatus.HANDLED, SupervisionMatterStatus.REOPENED));

    @ParameterizedTest
    @MethodSource
    void everyMatterMove(SupervisionMatterStatus state, MatterMove move) {
        check(
                MATTER.get(move).get(state),
                () -> take(matter(state, brief(Brief.Kind.ROUTINE, false)), move)
                        .status());
    }

    static Stream<Arguments> everyMatterMove() {
        return cells(SupervisionMatterStatus.values(), MATTER.keySet());
    }

    /** A unit's step is possible only while the matter is under way; the first sign-for and the last acceptance carry it on. */
    @ParameterizedTest
    @MethodSource
    void unitStepOnMatter(SupervisionMatterStatus state) {
        var matter = matter(state, brief(Brief.Kind.SPECIAL, false));
        var signing = host(AssignmentStatus.PENDING_SIGN);
        var reviewed = host(AssignmentStatus.FEEDBACK_SUBMITTED);
        var liaison = command(officer(URBAN, UNIT_LIAISON), 3);
        var supervisor = command(officer(OFFICE, SUPERVISOR), 3);
        var begins = state == SupervisionMatterStatus.ISSUED || state == SupervisionMatterStatus.REOPENED;
        var working = begins
                || state == SupervisionMatterStatus.IN_PROGRESS
                || state == SupervisionMatterStatus.PENDING_VERIFICATION
                || state == SupervisionMatterStatus.CONCLUDED;
        check(
                working ? begins ? SupervisionMatterStatus.IN_PROGRESS : state : null,
                () -> file(matter, signing)
                        .signFor(signing.id(), UUID.randomUUID(), null, liaison)
                        .matter()
                        .status());
        var ends = state == SupervisionMatterStatus.IN_PROGRESS;
        check(
                working ? ends ? SupervisionMatterStatus.PENDING_VERIFICATION : state : null,
                () -> file(matter, reviewed)
                        .accept(reviewed.id(), supervisor)
                        .matter()
                        .status());
    }

    static Stream<SupervisionMatterStatus> unitStepOnMatter() {
        return Stream.of(SupervisionMatterStatus.values());
    }

    private static <S extends Enum<S>> void check(S expected, Supplier<S> step) {
        if (expected == null) {
            assertThatThrownBy(step::get)
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.E_GEN_ILLEGAL_STATE));
        } else {
            assertThat(step.get()).isEqualTo(expected);
        }
    }

    private static Stream<Arguments> cells(Object[] states, Set<?> moves) {
        return Stream.of(states).flatMap(state -> moves.stream().map(move -> Arguments.of(state, move)));
    }

    private static SupervisionMatter take(SupervisionMatter matter, MatterMove move) {
        var leader = command(officer(LEADER, OFFICE, CHIEF_LEADER), 5);
        var chief = command(officer(SUBMITTER, OFFICE, SUPERVISION_CHIEF), 5);
        var host = host(AssignmentStatus.ACCEPTED);
        var due = Map.of(host.id(), deadline(URBAN));
        return switch (move) {
            case SUBMIT_MATTER -> matter.submit(chief);
            case APPROVE_MATTER, RETURN_MATTER, CANCEL_MATTER -> matter.decide(move, "意见", leader);
            case ISSUE_NOTICE -> matter.issue(List.of(host(AssignmentStatus.PENDING_SIGN)), Set.of(), chief);
            case VERIFICATION_FAILED ->
                file(matter, host).verificationFailed(due, chief).matter();
            case CONCLUDE -> matter.conclude(NOW);
            case MARK_HANDLED -> file(matter, host).markHandled(chief).matter();
            case STRIKE_OFF -> matter.strikeOff(leader);
            case INSTRUCT_AGAIN -> file(matter, host).instructAgain(due, leader).matter();
            default -> throw new IllegalArgumentException(move.name());
        };
    }
}
