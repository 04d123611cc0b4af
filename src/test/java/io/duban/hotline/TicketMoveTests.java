package io.duban.hotline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.platform.identity.Role;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.support.Someone;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every cell of the move table, legal and illegal, written down a second time as the specification's T-numbers have it. */
class TicketMoveTests {

    private static final Map<TicketMove, String> SPECIFIED = Map.of(
            TicketMove.CLASSIFY, "RECEIVED>PENDING_DISPATCH",
            TicketMove.DISPATCH, "PENDING_DISPATCH>DISPATCHED",
            TicketMove.SIGN_FOR, "DISPATCHED>SIGNED",
            TicketMove.CONTACT_CITIZEN, "SIGNED>IN_PROGRESS",
            TicketMove.SUBMIT_FEEDBACK, "IN_PROGRESS>FEEDBACK_SUBMITTED",
            TicketMove.RETURN_FOR_CORRECTION, "FEEDBACK_SUBMITTED>IN_PROGRESS",
            TicketMove.PASS_AUDIT, "FEEDBACK_SUBMITTED>PENDING_CALLBACK",
            TicketMove.CALL_BACK, "PENDING_CALLBACK>CLOSED");

    private static final UUID HOST = new UUID(1, 1);

    static Stream<Arguments> cells() {
        return Stream.of(TicketMove.values())
                .flatMap(move -> Stream.of(HotlineTicketStatus.values()).map(state -> Arguments.of(move, state)));
    }

    @ParameterizedTest(name = "{0} while {1}")
    @MethodSource("cells")
    void isLegalExactlyWhereSpecified(TicketMove move, HotlineTicketStatus state) {
        var ends = SPECIFIED.get(move).split(">");
        var officer = Someone.at(HOST, move.hands().iterator().next());
        var command = Someone.sees(officer, 3);
        if (state.name().equals(ends[0])) {
            move.check(state, 3, command);
            assertThat(move.to().name()).isEqualTo(ends[1]);
        } else {
            assertThatThrownBy(() -> move.check(state, 3, command)).satisfies(refused(RefusalCode.E_GEN_ILLEGAL_STATE));
        }
    }

    @ParameterizedTest(name = "{0} while {1}")
    @MethodSource("cells")
    void aStaleVersionIsRefusedBeforeAnythingElse(TicketMove move, HotlineTicketStatus state) {
        var officer = Someone.at(HOST, move.hands().iterator().next());
        assertThatThrownBy(() -> move.check(state, 4, Someone.sees(officer, 3)))
                .satisfies(refused(RefusalCode.E_GEN_STALE_VERSION));
    }

    @Test
    void everyOtherRoleIsRefused() {
        for (var move : TicketMove.values()) {
            for (var role : Role.values()) {
                var command = Someone.sees(Someone.at(HOST, role), 1);
                var state = move.from().iterator().next();
                if (move.hands().contains(role)) {
                    move.check(state, 1, command);
                } else {
                    assertThatThrownBy(() -> move.check(state, 1, command)).satisfies(refused(RefusalCode.E_GEN_SCOPE));
                }
            }
        }
    }

    @Test
    void nobodyAuditsHisOwnUnitsWork() {
        var ticket = submitted();
        var insider = Someone.sees(Someone.at(HOST, Role.HOTLINE_AUDITOR), ticket.version());
        assertThatThrownBy(() -> ticket.passAudit(insider)).satisfies(refused(RefusalCode.E_GEN_SELF_APPROVAL));
        var outsider = Someone.sees(Someone.at(Someone.OFFICE, Role.HOTLINE_AUDITOR), ticket.version());
        assertThat(ticket.passAudit(outsider).status()).isEqualTo(HotlineTicketStatus.PENDING_CALLBACK);
    }

    @Test
    void aCoUnitDoesNotAnswerForTheHost() {
        var ticket = submitted();
        var returned = ticket.returnForCorrection(
                java.util.List.of("答非所问"),
                Someone.sees(Someone.at(Someone.OFFICE, Role.HOTLINE_AUDITOR), ticket.version()));
        var coHead = Someone.sees(Someone.at(new UUID(1, 2), Role.UNIT_HEAD), returned.version());
        assertThatThrownBy(() -> returned.submitFeedback(told(), coHead)).satisfies(refused(RefusalCode.E_GEN_SCOPE));
    }

    private static HotlineTicket submitted() {
        var handling = new Handling(
                Handling.UrgencyClass.ORDINARY,
                HOST,
                Set.of(new UUID(1, 2)),
                null,
                new UUID(2, 2),
                Someone.NOW,
                Someone.NOW,
                Someone.NOW);
        return new HotlineTicket(
                new UUID(9, 9),
                6,
                HotlineTicketStatus.FEEDBACK_SUBMITTED,
                "RX1",
                Source.OWN,
                new Demand(
                        Demand.Channel.APP,
                        Demand.DemandType.HELP,
                        "c",
                        "t",
                        "w",
                        Someone.NOW,
                        "a",
                        null,
                        null,
                        null,
                        null,
                        false),
                new Citizen(null, null, false),
                handling,
                told().submitted(new UUID(3, 3), Someone.NOW),
                Callback.NONE,
                Someone.NOW,
                Someone.NOW,
                null,
                handling.units(),
                Set.of());
    }

    private static Feedback told() {
        return new Feedback(Feedback.Result.RESOLVED, "f", null, Someone.NOW, null, null, null, java.util.List.of());
    }

    private static java.util.function.Consumer<Throwable> refused(RefusalCode code) {
        return fault -> assertThat(((Refusal) fault).code()).isEqualTo(code);
    }
}
