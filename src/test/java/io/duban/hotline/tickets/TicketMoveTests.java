package io.duban.hotline.tickets;

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

    private static final String BEFORE_AUDIT = "RECEIVED PENDING_DISPATCH DISPATCHED SIGNED IN_PROGRESS";
    private static final String IN_QUESTION = "RETURN_REQUESTED DISPUTED SUSPENDED";

    private static final Map<TicketMove, String> SPECIFIED = Map.ofEntries(
            Map.entry(TicketMove.TRANSFER_EMERGENCY, "RECEIVED>TRANSFERRED_EMERGENCY"),
            Map.entry(TicketMove.ANSWER_DIRECTLY, "RECEIVED>ANSWERED_DIRECTLY"),
            Map.entry(TicketMove.CLOSE_ANSWERED, "ANSWERED_DIRECTLY>CLOSED"),
            Map.entry(TicketMove.CONFIRM_REFUSAL, "RECEIVED>NOT_ACCEPTED"),
            Map.entry(TicketMove.WITHDRAW, BEFORE_AUDIT + " " + IN_QUESTION + ">WITHDRAWN"),
            Map.entry(TicketMove.CLASSIFY, "RECEIVED>PENDING_DISPATCH"),
            Map.entry(TicketMove.DISPATCH, "PENDING_DISPATCH>DISPATCHED"),
            Map.entry(TicketMove.SIGN_FOR, "DISPATCHED>SIGNED"),
            Map.entry(TicketMove.REQUEST_RETURN, "DISPATCHED SIGNED>RETURN_REQUESTED"),
            Map.entry(TicketMove.REASSIGN, "RETURN_REQUESTED>DISPATCHED"),
            Map.entry(TicketMove.KEEP, "RETURN_REQUESTED>SIGNED"),
            Map.entry(TicketMove.KEEP_UNSIGNED, "RETURN_REQUESTED>DISPATCHED"),
            Map.entry(TicketMove.DISPUTE, "RETURN_REQUESTED>DISPUTED"),
            Map.entry(TicketMove.DESIGNATE, "DISPUTED>DISPATCHED"),
            Map.entry(TicketMove.CONTACT_CITIZEN, "SIGNED>IN_PROGRESS"),
            Map.entry(TicketMove.LIST_AS_HARD, "IN_PROGRESS>SUSPENDED"),
            Map.entry(TicketMove.RESUME, "SUSPENDED>IN_PROGRESS"),
            Map.entry(TicketMove.TERMINATE, "IN_PROGRESS>TERMINATED"),
            Map.entry(TicketMove.SUBMIT_FEEDBACK, "IN_PROGRESS>FEEDBACK_SUBMITTED"),
            Map.entry(TicketMove.RETURN_FOR_CORRECTION, "FEEDBACK_SUBMITTED>IN_PROGRESS"),
            Map.entry(TicketMove.PASS_AUDIT, "FEEDBACK_SUBMITTED>PENDING_CALLBACK"),
            Map.entry(TicketMove.CALL_BACK, "PENDING_CALLBACK>CLOSED"),
            Map.entry(TicketMove.REDO, "PENDING_CALLBACK>REDO"),
            Map.entry(TicketMove.DISPATCH_AGAIN, "REDO>DISPATCHED"),
            Map.entry(TicketMove.MERGE, "PENDING_DISPATCH DISPATCHED SIGNED IN_PROGRESS>MERGED"),
            Map.entry(TicketMove.UNMERGE, "MERGED>PENDING_DISPATCH"),
            Map.entry(TicketMove.FOLLOW_PARENT, "MERGED>PENDING_CALLBACK"),
            Map.entry(
                    TicketMove.DISPATCH_UPSTREAM,
                    BEFORE_AUDIT + " " + IN_QUESTION + " FEEDBACK_SUBMITTED PENDING_CALLBACK CLOSED>RECEIVED"),
            Map.entry(
                    TicketMove.CLOSE_UPSTREAM,
                    BEFORE_AUDIT + " " + IN_QUESTION + " FEEDBACK_SUBMITTED PENDING_CALLBACK MERGED>CLOSED"),
            Map.entry(TicketMove.ARCHIVE, "CLOSED>ARCHIVED"));

    private static final UUID HOST = new UUID(1, 1);

    static Stream<Arguments> cells() {
        return Stream.of(TicketMove.values())
                .flatMap(move -> Stream.of(HotlineTicketStatus.values()).map(state -> Arguments.of(move, state)));
    }

    @ParameterizedTest(name = "{0} while {1}")
    @MethodSource("cells")
    void isLegalExactlyWhereSpecified(TicketMove move, HotlineTicketStatus state) {
        var ends = SPECIFIED.get(move).split(">");
        assertThat(move.to().name()).isEqualTo(ends[1]);
        if (Set.of(ends[0].split(" ")).contains(state.name())) {
            made(move, state);
        } else {
            assertThatThrownBy(() -> made(move, state)).satisfies(refused(RefusalCode.E_GEN_ILLEGAL_STATE));
        }
    }

    @ParameterizedTest(name = "{0} while {1}")
    @MethodSource("cells")
    void aStaleVersionIsRefusedBeforeAnythingElse(TicketMove move, HotlineTicketStatus state) {
        var officer = Someone.at(HOST, Role.HOTLINE_AGENT);
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

    /** By whoever may, and by nobody where it follows from something else. */
    private static void made(TicketMove move, HotlineTicketStatus state) {
        if (move.hands().isEmpty()) {
            in(state).follow(move, Someone.NOW);
        } else {
            var officer = Someone.at(HOST, move.hands().iterator().next());
            move.check(state, 3, Someone.sees(officer, 3));
        }
    }

    @Test
    void nobodyAuditsHisOwnUnitsWork() {
        var ticket = submitted();
        var insider = Someone.sees(Someone.at(HOST, Role.HOTLINE_AUDITOR), ticket.version());
        assertThatThrownBy(() -> ticket.take(TicketMove.PASS_AUDIT, insider))
                .satisfies(refused(RefusalCode.E_GEN_SELF_APPROVAL));
        var outsider = Someone.sees(Someone.at(Someone.OFFICE, Role.HOTLINE_AUDITOR), ticket.version());
        assertThat(ticket.take(TicketMove.PASS_AUDIT, outsider).done().status())
                .isEqualTo(HotlineTicketStatus.PENDING_CALLBACK);
    }

    @Test
    void aCoUnitDoesNotAnswerForTheHost() {
        var ticket = submitted();
        var auditor = Someone.sees(Someone.at(Someone.OFFICE, Role.HOTLINE_AUDITOR), ticket.version());
        var returned = ticket.take(TicketMove.RETURN_FOR_CORRECTION, auditor).done();
        var coHead = Someone.sees(Someone.at(new UUID(1, 2), Role.UNIT_HEAD), returned.version());
        assertThatThrownBy(() -> returned.take(TicketMove.SUBMIT_FEEDBACK, coHead))
                .satisfies(refused(RefusalCode.E_GEN_SCOPE));
    }

    private static HotlineTicket submitted() {
        return in(HotlineTicketStatus.FEEDBACK_SUBMITTED);
    }

    private static HotlineTicket in(HotlineTicketStatus state) {
        var handling = new Handling(
                Handling.UrgencyClass.ORDINARY,
                false,
                null,
                HOST,
                Set.of(new UUID(1, 2)),
                null,
                new UUID(2, 2),
                Someone.NOW);
        return new HotlineTicket(
                new UUID(9, 9),
                6,
                state,
                "RX1",
                1,
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
                new Term(null, null, Someone.NOW, Someone.NOW, Someone.NOW, null, false),
                Returning.NONE,
                told().submitted(new UUID(3, 3), Someone.NOW),
                Callback.NONE,
                Lineage.NONE,
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
