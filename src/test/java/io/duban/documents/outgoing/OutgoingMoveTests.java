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
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every cell of the table: what domain 2.2 does not list is illegal. */
class OutgoingMoveTests {

    /** Written down from the table of the regulation, not from the enum. */
    private static final Map<OutgoingStatus, Set<OutgoingMove>> LEGAL = new EnumMap<>(Map.of(
            DRAFTING, Set.of(CHANGE_DRAFT, ATTACH, SUBMIT_FOR_REVIEW, WITHDRAW),
            RETURNED, Set.of(CHANGE_DRAFT, ATTACH, SUBMIT_FOR_REVIEW, WITHDRAW),
            OFFICE_REVIEW, Set.of(PASS_REVIEW, RETURN_DRAFT, REQUEST_SIGNATURE, WITHDRAW),
            AWAITING_SIGNATURE, Set.of(SIGN, GIVE_OPINION, RETURN_BY_SIGNER, ADD_SIGNER, WITHDRAW),
            SIGNED, Set.of(RECHECK, RETURN_TO_SIGNER),
            RECHECKED, Set.of(RETURN_TO_SIGNER, ALLOT_NUMBER),
            NUMBERED, Set.of(SEAL),
            SEALED, Set.of(ISSUE),
            ISSUED, Set.of(SIGN_FOR),
            WITHDRAWN, Set.of()));

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

        if (LEGAL.get(status).contains(move)) {
            assertThat(refusal).isNull();
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
    void listsEveryStateAndNeverLeavesTheLastOnes() {
        assertThat(LEGAL).containsOnlyKeys(OutgoingStatus.values());
        assertThat(Arrays.stream(OutgoingMove.values())
                        .filter(move -> move.from().contains(ISSUED)))
                .extracting(OutgoingMove::to)
                .containsOnly(ISSUED);
    }
}
