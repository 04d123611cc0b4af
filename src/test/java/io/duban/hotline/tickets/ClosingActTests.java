package io.duban.hotline.tickets;

import static io.duban.hotline.tickets.CallbackRulesTests.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.platform.identity.Role;
import io.duban.platform.problem.RefusalCode;
import io.duban.support.Someone;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every cell of the acts at a ticket's end, written down a second time: while | by whom. */
class ClosingActTests {

    private static final String OPEN =
            "RECEIVED PENDING_DISPATCH DISPATCHED SIGNED IN_PROGRESS FEEDBACK_SUBMITTED PENDING_CALLBACK ANSWERED_DIRECTLY"
                    + " RETURN_REQUESTED DISPUTED REDO SUSPENDED MERGED";

    private static final Map<TicketAct, String> SPECIFIED = Map.of(
            TicketAct.TRY_CALL_BACK, "PENDING_CALLBACK|CALLBACK_AGENT",
            TicketAct.DECLINE_REDO, "PENDING_CALLBACK|HOTLINE_AUDITOR HOTLINE_MANAGER",
            TicketAct.EVALUATE_LATER, "CLOSED|HOTLINE_AGENT CALLBACK_AGENT",
            TicketAct.REQUEST_EXCLUSION, "PENDING_CALLBACK CLOSED|UNIT_HEAD",
            TicketAct.DECIDE_EXCLUSION,
                    OPEN + " CLOSED NOT_ACCEPTED TRANSFERRED_EMERGENCY TERMINATED WITHDRAWN|HOTLINE_MANAGER",
            TicketAct.ESCALATE, OPEN + "|HOTLINE_MANAGER OFFICE_DIRECTOR CHIEF_LEADER DEPUTY_LEADER");

    private static final UUID HOST = new UUID(1, 1);

    static Stream<Arguments> cells() {
        return SPECIFIED.keySet().stream()
                .flatMap(act -> Stream.of(HotlineTicketStatus.values()).map(state -> Arguments.of(act, state)));
    }

    @ParameterizedTest(name = "{0} while {1}")
    @MethodSource("cells")
    void isLegalExactlyWhereSpecified(TicketAct act, HotlineTicketStatus state) {
        var specified = SPECIFIED.get(act).split("\\|");
        assertThat(act.hands()).extracting(Role::name).containsExactlyInAnyOrder(specified[1].split(" "));
        var ticket = in(state);
        var unit = act == TicketAct.REQUEST_EXCLUSION ? HOST : Someone.OFFICE;
        var officer = Someone.at(unit, act.hands().iterator().next());
        var command = Someone.sees(officer, ticket.version());
        if (Set.of(specified[0].split(" ")).contains(state.name())) {
            assertThat(ticket.take(act, command).done().status()).isEqualTo(state);
        } else {
            assertThatThrownBy(() -> ticket.take(act, command)).satisfies(refused(RefusalCode.E_GEN_ILLEGAL_STATE));
        }
    }

    @Test
    void nobodyOfTheUnitDecidesAboutItsOwnRates() {
        var ticket = in(HotlineTicketStatus.CLOSED);
        for (var act : List.of(TicketAct.DECIDE_EXCLUSION, TicketAct.EVALUATE_LATER)) {
            var insider = Someone.at(HOST, act.hands().iterator().next());
            assertThatThrownBy(() -> ticket.take(act, Someone.sees(insider, ticket.version())))
                    .satisfies(refused(RefusalCode.E_GEN_SELF_APPROVAL));
        }
        var coHead = Someone.at(new UUID(1, 2), Role.UNIT_HEAD);
        assertThatThrownBy(() -> ticket.take(TicketAct.REQUEST_EXCLUSION, Someone.sees(coHead, ticket.version())))
                .satisfies(refused(RefusalCode.E_GEN_SCOPE));
    }

    @Test
    void nobodyDecidesOnTheExclusionHeAskedFor() {
        var head = Someone.at(HOST, Role.UNIT_HEAD, Role.HOTLINE_MANAGER);
        var wish = new Exclusion.Wish(Exclusion.Reason.MALICIOUS, "一月内来电三十次");
        var asked = Exclusion.asked(in(HotlineTicketStatus.CLOSED), HOST, wish, Someone.sees(head, 6));
        assertThatThrownBy(() -> asked.decided(true, "属实", Someone.sees(head, 7)))
                .satisfies(refused(RefusalCode.E_GEN_SELF_APPROVAL));
        var manager = Someone.at(Someone.OFFICE, Role.HOTLINE_MANAGER);
        assertThat(asked.decided(true, "属实", Someone.sees(manager, 7)).granted())
                .isTrue();
    }

    @Test
    void anArchivedTicketIsOnlyReadTakenUpAgainAsAnotherOrSentAgainFromAbove() {
        assertThat(Arrays.stream(TicketMove.values())
                        .filter(move -> move.from().contains(HotlineTicketStatus.ARCHIVED)))
                .containsExactly(TicketMove.DISPATCH_UPSTREAM);
        // Of the call, not of its handling: another matter told in it, and what is to be thought of the caller.
        assertThat(Arrays.stream(TicketAct.values()).filter(act -> act.during().contains(HotlineTicketStatus.ARCHIVED)))
                .containsExactlyInAnyOrder(
                        TicketAct.REOPEN,
                        TicketAct.SPLIT,
                        TicketAct.REPORT_MALICIOUS_CALLS,
                        TicketAct.DECIDE_CALLER_ALERT);
    }

    @Test
    void noButtonPromisesWhatARuleRefuses() {
        var ticket = in(HotlineTicketStatus.PENDING_CALLBACK);
        var auditor = Someone.at(Someone.OFFICE, Role.HOTLINE_AUDITOR, Role.CALLBACK_AGENT);
        assertThat(new ClosingActions(ticket, auditor, Someone.NOW).offers(TicketMove.REDO))
                .isTrue();
        assertThat(new ClosingActions(ticket, auditor, Someone.NOW).offers(TicketMove.CALL_BACK))
                .isTrue();
        assertThat(new ClosingActions(ticket, auditor, Someone.NOW).offers(TicketAct.DECIDE_EXCLUSION))
                .isFalse();
        var audited = with(ticket, ticket.callback().passedBy(auditor.id()));
        assertThat(new ClosingActions(audited, auditor, Someone.NOW).offers(TicketMove.CALL_BACK))
                .isFalse();
        var redone = with(ticket, ticket.callback().with(Recourse.NONE.redone()));
        assertThat(new ClosingActions(redone, auditor, Someone.NOW).offers(TicketMove.REDO))
                .isFalse();
        var asked = with(ticket, ticket.callback().with(Recourse.NONE.excluded(Exclusion.Standing.ASKED)));
        assertThat(new ClosingActions(asked, auditor, Someone.NOW).offers(TicketAct.REQUEST_EXCLUSION))
                .isFalse();
        assertThat(new ClosingActions(asked, auditor, Someone.NOW).offers(TicketAct.DECIDE_EXCLUSION))
                .isTrue();
    }

    private static HotlineTicket with(HotlineTicket ticket, Callback callback) {
        return new TicketEdit(ticket, Someone.NOW).callback(callback).done();
    }

    private static HotlineTicket in(HotlineTicketStatus state) {
        return TicketMoveTests.in(state);
    }
}
