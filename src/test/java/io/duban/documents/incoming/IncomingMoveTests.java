package io.duban.documents.incoming;

import static io.duban.documents.incoming.IncomingMove.*;
import static io.duban.documents.incoming.IncomingStatus.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.duban.platform.commands.Move;
import io.duban.platform.identity.Role;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.support.Someone;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every cell of the three tables: what domain 2.1 does not list is illegal. */
class IncomingMoveTests {

    /** Written down from the table of the regulation, not from the enum. */
    private static final Map<IncomingStatus, Set<IncomingMove>> PAPER = new EnumMap<>(Map.ofEntries(
            Map.entry(PENDING_RECEIPT, Set.of(SIGN_FOR, REJECT, VOID)),
            Map.entry(RECEIVED, Set.of(REJECT, REGISTER, VOID)),
            Map.entry(REGISTERED, Set.of(PROPOSE, RETURN_TO_SENDER, VOID)),
            Map.entry(PRELIM_REVIEW, Set.of(PROPOSE, CHECK_PROPOSAL, RETURN_TO_SENDER, VOID)),
            Map.entry(PROPOSED, Set.of(PROPOSE_AGAIN, SUBMIT_TO_LEADER, ASSIGN_DIRECTLY, CIRCULATE, VOID)),
            Map.entry(AWAITING_INSTRUCTION, Set.of(GIVE_INSTRUCTION, INSTRUCT, RETURN_FOR_REWORK, VOID)),
            Map.entry(INSTRUCTED, Set.of(SETTLE_CONFLICT, DRAFT_ASSIGNMENT, ASSIGN, CIRCULATE, COMPLETE, VOID)),
            Map.entry(ASSIGNED, Set.of(BEGIN_HANDLING, REASSIGN)),
            Map.entry(HANDLING, Set.of(SUBMIT_RESULT, REASSIGN)),
            Map.entry(RESULT_SUBMITTED, Set.of(RETURN_FOR_CORRECTION, ANSWER, COMPLETE)),
            Map.entry(ANSWERED, Set.of(COMPLETE)),
            Map.entry(CIRCULATING, Set.of(INSTRUCT_ON_READING, COMPLETE)),
            Map.entry(COMPLETED, Set.of(ARCHIVE)),
            Map.entry(ARCHIVED, Set.of()),
            Map.entry(RETURNED_TO_SENDER, Set.of()),
            Map.entry(VOIDED, Set.of())));

    private static final Map<UnitAssignmentStatus, Set<UnitAssignmentMove>> UNIT = new EnumMap<>(Map.of(
            UnitAssignmentStatus.DRAFTED, Set.of(UnitAssignmentMove.CONFIRM, UnitAssignmentMove.DROP),
            UnitAssignmentStatus.DROPPED, Set.of(),
            UnitAssignmentStatus.ASSIGNED,
                    Set.of(
                            UnitAssignmentMove.SIGN_FOR,
                            UnitAssignmentMove.ASK_RETURN,
                            UnitAssignmentMove.DISPUTE,
                            UnitAssignmentMove.RELEASE),
            UnitAssignmentStatus.HANDLING,
                    Set.of(
                            UnitAssignmentMove.ASK_RETURN,
                            UnitAssignmentMove.DISPUTE,
                            UnitAssignmentMove.REPORT_STAGE,
                            UnitAssignmentMove.SUBMIT_RESULT,
                            UnitAssignmentMove.RELEASE),
            UnitAssignmentStatus.RETURN_ASKED,
                    Set.of(UnitAssignmentMove.REASSIGN, UnitAssignmentMove.KEEP, UnitAssignmentMove.RELEASE),
            UnitAssignmentStatus.DISPUTED,
                    Set.of(UnitAssignmentMove.REASSIGN, UnitAssignmentMove.KEEP, UnitAssignmentMove.RELEASE),
            UnitAssignmentStatus.SUBMITTED,
                    Set.of(UnitAssignmentMove.RETURN_RESULT, UnitAssignmentMove.RETURN_CO, UnitAssignmentMove.ACCEPT),
            UnitAssignmentStatus.ACCEPTED, Set.of(),
            UnitAssignmentStatus.REASSIGNED, Set.of(),
            UnitAssignmentStatus.RELEASED, Set.of()));

    private static final Map<ReaderState, Set<ReaderMove>> READER = new EnumMap<>(Map.of(
            ReaderState.PENDING, Set.of(ReaderMove.READ, ReaderMove.INSTRUCT, ReaderMove.SKIP),
            ReaderState.READ, Set.of(),
            ReaderState.INSTRUCTED, Set.of(),
            ReaderState.SKIPPED, Set.of()));

    /** A cell of one of the tables. */
    record CellOf<S extends Enum<S>>(S status, Move<S> move, boolean legal) {

        void check(Role role, long seen) {
            move.check(status, 5, Someone.sees(Someone.at(Someone.OFFICE, role), seen));
        }
    }

    static Stream<Arguments> cells() {
        return Stream.of(
                        cells(PAPER, List.of(IncomingMove.values())),
                        cells(UNIT, List.of(UnitAssignmentMove.values())),
                        cells(READER, List.of(ReaderMove.values())))
                .flatMap(cell -> cell);
    }

    private static <S extends Enum<S>, M extends Move<S>> Stream<Arguments> cells(Map<S, Set<M>> table, List<M> moves) {
        return table.entrySet().stream()
                .flatMap(row -> moves.stream()
                        .map(move ->
                                new CellOf<S>(row.getKey(), move, row.getValue().contains(move)))
                        .map(Arguments::of));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void allowsWhatTheTableListsAndNothingElse(CellOf<?> cell) {
        var refusal = catchThrowableOfType(
                Refusal.class, () -> cell.check(cell.move().hands().iterator().next(), 5));

        if (cell.legal()) {
            assertThat(refusal).isNull();
        } else {
            assertThat(refusal.code()).isEqualTo(RefusalCode.E_GEN_ILLEGAL_STATE);
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void isInNoHandButThoseOfTheTable(CellOf<?> cell) {
        Arrays.stream(Role.values())
                .filter(role -> !cell.move().hands().contains(role))
                .forEach(role -> assertThat(catchThrowableOfType(Refusal.class, () -> cell.check(role, 5))
                                .code())
                        .isEqualTo(RefusalCode.E_GEN_SCOPE));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void isBoundToTheVersionSeen(CellOf<?> cell) {
        var refusal = catchThrowableOfType(
                Refusal.class, () -> cell.check(cell.move().hands().iterator().next(), 4));

        assertThat(refusal.code()).isEqualTo(RefusalCode.E_GEN_STALE_VERSION);
    }

    @Test
    void listsEveryState() {
        assertThat(PAPER).containsOnlyKeys(IncomingStatus.values());
        assertThat(UNIT).containsOnlyKeys(UnitAssignmentStatus.values());
        assertThat(READER).containsOnlyKeys(ReaderState.values());
    }

    @Test
    void aVerdictContradictsOnlyWhatNoUnitCouldFollowBesideIt() {
        assertThat(Verdict.DISAGREE.contradicts(Verdict.ACT)).isTrue();
        assertThat(Verdict.STUDY.contradicts(Verdict.AGREE)).isTrue();
        assertThat(Verdict.AGREE_IN_PRINCIPLE.contradicts(Verdict.ACT)).isFalse();
        assertThat(Verdict.READ.contradicts(Verdict.DISAGREE)).isFalse();
    }
}
