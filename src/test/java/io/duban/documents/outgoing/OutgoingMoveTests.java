package io.duban.documents.outgoing;

import static io.duban.documents.outgoing.OutgoingMove.*;
import static io.duban.documents.outgoing.OutgoingStatus.*;
import static io.duban.documents.outgoing.Papers.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.duban.platform.identity.Role;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every cell of the table: what domain 2.2 does not list is illegal. */
class OutgoingMoveTests {

    /** Written down from the table of the specification, not from the enum: state, then move and where it leads. */
    private static final String TABLE = """
            DRAFTING: CHANGE_DRAFT DRAFTING, ATTACH DRAFTING, START_COSIGN COSIGNING, SUBMIT_FOR_REVIEW OFFICE_REVIEW, WITHDRAW WITHDRAWN, APPROVE_VERBALLY SIGNED
            RETURNED: CHANGE_DRAFT DRAFTING, ATTACH DRAFTING, START_COSIGN COSIGNING, SUBMIT_FOR_REVIEW OFFICE_REVIEW, WITHDRAW WITHDRAWN, APPROVE_VERBALLY SIGNED
            COSIGNING: ANSWER_COSIGN COSIGNING, EXTEND_COSIGN COSIGNING, ESCALATE_COSIGN COSIGNING, REVISE_COSIGNED DRAFTING, CLOSE_COSIGN DRAFTING, SUBMIT_COSIGNED OFFICE_REVIEW, WITHDRAW WITHDRAWN, APPROVE_VERBALLY SIGNED
            OFFICE_REVIEW: PASS_REVIEW OFFICE_REVIEW, RETURN_DRAFT RETURNED, REFUSE_ISSUE NOT_ISSUED, REQUEST_LEGAL_REVIEW LEGAL_REVIEW, REQUEST_SIGNATURE AWAITING_SIGNATURE, APPROVE_QUOTA OFFICE_REVIEW, OPEN OFFICE_REVIEW, WITHDRAW WITHDRAWN, ASK_WITHDRAWAL OFFICE_REVIEW, GRANT_WITHDRAWAL WITHDRAWN, REFUSE_WITHDRAWAL OFFICE_REVIEW, APPROVE_VERBALLY SIGNED
            LEGAL_REVIEW: GIVE_LEGAL_OPINION OFFICE_REVIEW, OPEN LEGAL_REVIEW, WITHDRAW WITHDRAWN, ASK_WITHDRAWAL LEGAL_REVIEW, GRANT_WITHDRAWAL WITHDRAWN, REFUSE_WITHDRAWAL LEGAL_REVIEW, APPROVE_VERBALLY SIGNED
            AWAITING_SIGNATURE: ADD_SIGNER AWAITING_SIGNATURE, GIVE_OPINION AWAITING_SIGNATURE, SIGN SIGNED, SIGN_JOINTLY COUNTERSIGNING, RETURN_BY_SIGNER RETURNED, RETURN_TO_OFFICE OFFICE_REVIEW, APPROVE_QUOTA AWAITING_SIGNATURE, OPEN AWAITING_SIGNATURE, WITHDRAW WITHDRAWN, ASK_WITHDRAWAL AWAITING_SIGNATURE, GRANT_WITHDRAWAL WITHDRAWN, REFUSE_WITHDRAWAL AWAITING_SIGNATURE, APPROVE_VERBALLY SIGNED
            COUNTERSIGNING: COUNTERSIGN COUNTERSIGNING, COUNTERSIGN_LAST SIGNED, RETURN_BY_COUNTERSIGNER RETURNED
            SIGNED: RECHECK RECHECKED, RETURN_TO_SIGNER AWAITING_SIGNATURE, APPROVE_QUOTA SIGNED, CONFIRM_VERBAL SIGNED, DENY_VERBAL RETURNED
            RECHECKED: RETURN_TO_SIGNER AWAITING_SIGNATURE, ALLOT_NUMBER NUMBERED, APPROVE_QUOTA RECHECKED, CONFIRM_VERBAL RECHECKED, DENY_VERBAL RETURNED
            NUMBERED: SEAL SEALED, VOID_NUMBERED NOT_ISSUED, APPROVE_QUOTA NUMBERED, CONFIRM_VERBAL NUMBERED, DENY_VERBAL RETURNED
            SEALED: ISSUE ISSUED, VOID_NUMBERED NOT_ISSUED, APPROVE_QUOTA SEALED, CONFIRM_VERBAL SEALED, DENY_VERBAL RETURNED
            ISSUED: SIGN_FOR ISSUED, CORRECT ISSUED, ARCHIVE ARCHIVED, REVOKE REVOKED, REPEAL REPEALED, SUPERSEDE SUPERSEDED, CONFIRM_VERBAL ISSUED, DENY_VERBAL_ISSUED ISSUED
            ARCHIVED: CORRECT ARCHIVED, REVOKE REVOKED, REPEAL REPEALED, SUPERSEDE SUPERSEDED
            REVOKED: NOTE_END REVOKED
            REPEALED: NOTE_END REPEALED
            SUPERSEDED: NOTE_END SUPERSEDED
            NOT_ISSUED:
            WITHDRAWN:""";

    private static final Map<OutgoingStatus, Map<OutgoingMove, OutgoingStatus>> LEGAL = TABLE.lines()
            .map(line -> line.strip().split(":", 2))
            .collect(Collectors.toMap(row -> OutgoingStatus.valueOf(row[0]), row -> cells(row[1])));

    static Stream<Arguments> cells() {
        return Arrays.stream(OutgoingStatus.values())
                .flatMap(status -> Arrays.stream(OutgoingMove.values()).map(move -> Arguments.of(status, move)));
    }

    @ParameterizedTest(name = "{1} while {0}")
    @MethodSource("cells")
    void allowsWhatTheTableListsAndNothingElse(OutgoingStatus status, OutgoingMove move) {
        var document = in(status);
        var officer = officer(move.hands().iterator().next(), UNIT);
        var refusal = catchThrowableOfType(Refusal.class, () -> Duties.check(document, move, by(officer, document)));

        if (LEGAL.get(status).containsKey(move)) {
            assertThat(refusal).isNull();
            assertThat(document.moved(move, by(officer, document)).status())
                    .isEqualTo(LEGAL.get(status).get(move));
        } else {
            assertThat(refusal.code()).isEqualTo(RefusalCode.E_GEN_ILLEGAL_STATE);
        }
    }

    @ParameterizedTest(name = "{1} while {0}")
    @MethodSource("cells")
    void isInNoHandButThoseOfTheTable(OutgoingStatus status, OutgoingMove move) {
        var document = in(status);

        Arrays.stream(Role.values())
                .filter(role -> !move.hands().contains(role))
                .forEach(role -> {
                    var refusal = catchThrowableOfType(
                            Refusal.class, () -> Duties.check(document, move, by(officer(role, UNIT), document)));
                    assertThat(refusal.code()).isEqualTo(RefusalCode.E_GEN_SCOPE);
                });
    }

    @ParameterizedTest(name = "{1} while {0}")
    @MethodSource("cells")
    void isBoundToTheVersionSeen(OutgoingStatus status, OutgoingMove move) {
        var document = in(status);
        var officer = officer(move.hands().iterator().next(), UNIT);

        var refusal = catchThrowableOfType(
                Refusal.class, () -> Duties.check(document, move, by(officer, document.version() + 1)));

        assertThat(refusal.code()).isEqualTo(RefusalCode.E_GEN_STALE_VERSION);
    }

    @Test
    void listsEveryStateAndEndsInThose() {
        assertThat(LEGAL).containsOnlyKeys(OutgoingStatus.values());
        assertThat(List.of(REVOKED, REPEALED, SUPERSEDED, NOT_ISSUED, WITHDRAWN))
                .allSatisfy(end -> assertThat(LEGAL.get(end).values()).isSubsetOf(Set.of(end)));
    }

    private static Map<OutgoingMove, OutgoingStatus> cells(String row) {
        return row.isBlank()
                ? Map.of()
                : Arrays.stream(row.split(","))
                        .map(cell -> cell.strip().split(" "))
                        .collect(Collectors.toMap(
                                cell -> OutgoingMove.valueOf(cell[0]), cell -> OutgoingStatus.valueOf(cell[1])));
    }
}
