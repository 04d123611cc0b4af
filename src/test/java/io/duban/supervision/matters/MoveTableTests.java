package io.duban.supervision.matters;

import static io.duban.platform.identity.Role.*;
import static io.duban.supervision.matters.SampleMatters.*;
import static io.duban.supervision.matters.SupervisionMatterStatus.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.platform.identity.Role;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every state with every move: what the tables of the domain allow goes where they say, all else is refused and names the state. */
class MoveTableTests {

    private static final Map<MatterMove, Map<SupervisionMatterStatus, SupervisionMatterStatus>> MATTER = Map.ofEntries(
            entry(MatterMove.AMEND_MATTER, DRAFT, DRAFT),
            entry(MatterMove.MERGE_MATTER, CANCELLED, DRAFT),
            entry(MatterMove.SUBMIT_MATTER, PENDING_APPROVAL, DRAFT),
            entry(MatterMove.APPROVE_MATTER, APPROVED, PENDING_APPROVAL),
            entry(MatterMove.RETURN_MATTER, DRAFT, PENDING_APPROVAL),
            entry(MatterMove.CANCEL_MATTER, CANCELLED, DRAFT, PENDING_APPROVAL, APPROVED, ISSUED, IN_PROGRESS),
            entry(MatterMove.ISSUE_NOTICE, ISSUED, APPROVED),
            entry(MatterMove.PROPOSE_SCOPE, IN_PROGRESS, IN_PROGRESS),
            entry(MatterMove.CHANGE_SCOPE, IN_PROGRESS, IN_PROGRESS),
            entry(MatterMove.SUSPEND, SUSPENDED, IN_PROGRESS),
            entry(MatterMove.RESUME, IN_PROGRESS, SUSPENDED),
            entry(MatterMove.CONVERT_LONG_TERM, LONG_TERM_TRACKING, IN_PROGRESS),
            entry(MatterMove.END_TRACKING, IN_PROGRESS, LONG_TERM_TRACKING),
            entry(MatterMove.VERIFICATION_FAILED, IN_PROGRESS, PENDING_VERIFICATION),
            entry(MatterMove.CONCLUDE, CONCLUDED, PENDING_VERIFICATION),
            entry(MatterMove.MARK_HANDLED, HANDLED, PENDING_VERIFICATION, CONCLUDED),
            entry(MatterMove.STRIKE_OFF, STRUCK_OFF, HANDLED),
            entry(MatterMove.INSTRUCT_AGAIN, REOPENED, HANDLED),
            entry(MatterMove.REOPEN, REOPENED, STRUCK_OFF));

    private static Map.Entry<MatterMove, Map<SupervisionMatterStatus, SupervisionMatterStatus>> entry(
            MatterMove move, SupervisionMatterStatus to, SupervisionMatterStatus... from) {
        return Map.entry(move, Stream.of(from).collect(Collectors.toMap(state -> state, state -> to)));
    }

    @ParameterizedTest
    @MethodSource
    void everyMatterMove(SupervisionMatterStatus state, MatterMove move) {
        check(
                MATTER.get(move).get(state),
                () -> take(matter(state, brief(Brief.Kind.ROUTINE, false)), move)
                        .status());
    }

    /** Whoever holds none of the posts a move names cannot make it, in any state. */
    @ParameterizedTest
    @EnumSource
    void noMatterMoveByOtherHands(MatterMove move) {
        Stream.of(Role.values()).filter(role -> !move.hands().contains(role)).forEach(role -> {
            for (var state : SupervisionMatterStatus.values()) {
                var matter = matter(state, brief(Brief.Kind.ROUTINE, false));
                assertThatThrownBy(() -> move.check(state, matter.version(), command(officer(OFFICE, role), 5)))
                        .isInstanceOfSatisfying(
                                Refusal.class,
                                refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.E_GEN_SCOPE));
            }
        });
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
        var director = command(officer(OFFICE, OFFICE_DIRECTOR), 5);
        return switch (move) {
            case AMEND_MATTER -> matter.amend(brief(Brief.Kind.SPECIAL, true), Origin.NONE, chief);
            case SUBMIT_MATTER -> matter.submit(null, chief);
            case APPROVE_MATTER, RETURN_MATTER -> matter.decide(move, "意见", leader);
            case CANCEL_MATTER -> MatterTurns.cancelled(matter, "不再需要", false, leader);
            case ISSUE_NOTICE -> matter.issue(List.of(host(AssignmentStatus.PENDING_SIGN)), Set.of(), chief);
            case SUSPEND, RESUME, CONVERT_LONG_TERM, END_TRACKING, CHANGE_SCOPE ->
                MatterTurns.turned(matter, move, leader);
            case VERIFICATION_FAILED ->
                file(matter, host).verificationFailed(due, chief).matter();
            case CONCLUDE -> MatterConcluding.concluded(matter, NOW).subject().matter();
            case MARK_HANDLED ->
                file(matter, host).markHandled(Course.Answer.NONE, chief).matter();
            case STRIKE_OFF -> matter.strikeOff(leader);
            case INSTRUCT_AGAIN -> file(matter, host).instructAgain(due, leader).matter();
            case REOPEN -> file(matter, host).reopen(due, director).matter();
            case MERGE_MATTER, PROPOSE_SCOPE -> {
                move.check(matter.status(), matter.version(), chief);
                yield matter.moved(move, matter.hands(), matter.course(), chief);
            }
            default -> throw new IllegalArgumentException(move.name());
        };
    }
}
