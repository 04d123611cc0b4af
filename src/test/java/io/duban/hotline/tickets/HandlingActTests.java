package io.duban.hotline.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.hotline.tickets.Handling.UrgencyClass;
import io.duban.hotline.tickets.Progress.Request;
import io.duban.platform.evidence.EvidenceFlag;
import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Post;
import io.duban.platform.identity.Role;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.support.Someone;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a unit at work may do without moving the ticket: every cell written down a second time, and whose signature and decision it needs. */
class HandlingActTests {

    private static final UUID HOST = SampleTicket.HOST;

    private static final Map<TicketAct, String> SPECIFIED = Map.ofEntries(
            Map.entry(TicketAct.TRY_CONTACT, "SIGNED"),
            Map.entry(TicketAct.CONTACT_AGAIN, "IN_PROGRESS"),
            Map.entry(TicketAct.REPORT_STAGE, "IN_PROGRESS"),
            Map.entry(TicketAct.REQUEST_EXTENSION, "IN_PROGRESS"),
            Map.entry(TicketAct.DECIDE_EXTENSION, "IN_PROGRESS"),
            Map.entry(TicketAct.PROPOSE_HARD, "IN_PROGRESS"),
            Map.entry(TicketAct.DECIDE_HARD, "IN_PROGRESS"),
            Map.entry(TicketAct.REVIEW_HARD, "SUSPENDED"),
            Map.entry(TicketAct.REQUEST_TERMINATION, "IN_PROGRESS"),
            Map.entry(TicketAct.REFUSE_TERMINATION, "IN_PROGRESS"),
            Map.entry(TicketAct.REPORT_PART, "DISPATCHED SIGNED IN_PROGRESS FEEDBACK_SUBMITTED"),
            Map.entry(TicketAct.RETURN_PART, "DISPATCHED SIGNED IN_PROGRESS"),
            Map.entry(TicketAct.REQUIRE_HEAD, "PENDING_DISPATCH DISPATCHED SIGNED IN_PROGRESS"),
            Map.entry(
                    TicketAct.URGE,
                    "RECEIVED PENDING_DISPATCH DISPATCHED SIGNED IN_PROGRESS FEEDBACK_SUBMITTED PENDING_CALLBACK ANSWERED_DIRECTLY RETURN_REQUESTED DISPUTED REDO SUSPENDED MERGED"));

    static Stream<Arguments> cells() {
        return SPECIFIED.keySet().stream()
                .flatMap(act -> Arrays.stream(HotlineTicketStatus.values()).map(state -> Arguments.of(act, state)));
    }

    @ParameterizedTest(name = "{0} while {1}")
    @MethodSource("cells")
    void isLegalExactlyWhereSpecified(TicketAct act, HotlineTicketStatus state) {
        var ticket = SampleTicket.in(state);
        var command = Someone.sees(fit(act), ticket.version());
        if (Set.of(SPECIFIED.get(act).split(" ")).contains(state.name())) {
            act.check(ticket, command);
        } else {
            assertThatThrownBy(() -> act.check(ticket, command)).satisfies(refused(RefusalCode.E_GEN_ILLEGAL_STATE));
        }
    }

    @ParameterizedTest(name = "{0} while {1}")
    @MethodSource("cells")
    void aStaleVersionIsRefusedBeforeAnythingElse(TicketAct act, HotlineTicketStatus state) {
        var ticket = SampleTicket.in(state);
        assertThatThrownBy(() -> act.check(ticket, Someone.sees(fit(act), ticket.version() - 1)))
                .satisfies(refused(RefusalCode.E_GEN_STALE_VERSION));
    }

    @Test
    void nobodyOfTheUnitDecidesOnWhatItAsksFor() {
        var ticket = SampleTicket.in(HotlineTicketStatus.IN_PROGRESS);
        for (var act : List.of(TicketAct.DECIDE_EXTENSION, TicketAct.DECIDE_HARD, TicketAct.REFUSE_TERMINATION)) {
            var insider = Someone.at(HOST, act.hands().iterator().next());
            assertThatThrownBy(() -> act.check(ticket, Someone.sees(insider, ticket.version())))
                    .satisfies(refused(RefusalCode.E_GEN_SELF_APPROVAL));
        }
    }

    @Test
    void theHeadSignsWhatIsHeavyAndWhatTheManagerNames() {
        var head = Someone.at(HOST, Role.UNIT_HEAD);
        var deputy = Someone.at(HOST, Role.UNIT_DEPUTY);
        for (var urgency : UrgencyClass.values()) {
            var ticket = SampleTicket.due(Demand.DemandType.COMPLAINT, urgency, Someone.NOW);
            var heavy = Set.of(UrgencyClass.LIFE_SAFETY, UrgencyClass.RISK, UrgencyClass.COMPLEX)
                    .contains(urgency);
            assertThat(Signature.of(ticket).maySign(ticket, head)).isTrue();
            assertThat(Signature.of(ticket).maySign(ticket, deputy))
                    .as(urgency.name())
                    .isEqualTo(!heavy);
        }
        var ordinary = SampleTicket.in(HotlineTicketStatus.SIGNED);
        var manager = Someone.sees(Someone.at(Someone.OFFICE, Role.HOTLINE_MANAGER), ordinary.version());
        var named = ordinary.take(TicketAct.REQUIRE_HEAD, manager)
                .progress(ordinary.progress().weighty())
                .done();
        assertThatThrownBy(() -> Signature.of(named).require(named, deputy))
                .satisfies(refused(RefusalCode.E_GEN_SCOPE));
    }

    @Test
    void theLeaderInChargeOfTheHostDecidesAndNoOther() {
        var ticket = SampleTicket.in(HotlineTicketStatus.IN_PROGRESS);
        LineLeader.require(ticket, leader(Role.DEPUTY_LEADER, HOST));
        LineLeader.require(ticket, leader(Role.CHIEF_LEADER, UUID.randomUUID()));
        assertThatThrownBy(() -> LineLeader.require(ticket, leader(Role.DEPUTY_LEADER, UUID.randomUUID())))
                .satisfies(refused(RefusalCode.E_GEN_SCOPE));
    }

    @Test
    void whatWasAskedForIsVoidWithTheNextMoveAndWhatIsHeavyStaysHeavy() {
        var asked = SampleTicket.in(HotlineTicketStatus.IN_PROGRESS)
                .edit(Someone.NOW)
                .progress(Progress.NONE.with(Request.EXTENSION).weighty())
                .done();
        var suspended = asked.follow(TicketMove.SUBMIT_FEEDBACK, Someone.NOW).done();
        assertThat(suspended.progress()).isEqualTo(Progress.NONE.weighty());
        assertThatThrownBy(() -> asked.progress().requireApprovedAsHard())
                .satisfies(refused(RefusalCode.E_HOT_SUSPEND_NOT_APPROVED));
    }

    @Test
    void photosAreOnlyOfWhatCanBeSeenAndDoubtedOnlyWhereAllIsSaidToBeDone() {
        for (var type : Demand.DemandType.values()) {
            for (var result : Feedback.Result.values()) {
                var seen =
                        Set.of(Feedback.Result.RESOLVED, Feedback.Result.PARTLY).contains(result)
                                && !Set.of(Demand.DemandType.CONSULTATION, Demand.DemandType.PRAISE)
                                        .contains(type);
                var photos = new FeedbackPhotos(type, result);
                assertThat(photos.areJustified()).as(type + " " + result).isEqualTo(seen);
                photos.require(List.of());
                for (var flag : EvidenceFlag.values()) {
                    assertThat(photos.isSuspect(List.of(flag))).isEqualTo(result == Feedback.Result.RESOLVED);
                }
                assertThat(photos.isSuspect(List.of())).isFalse();
            }
        }
    }

    /** Somebody whose hands it is in: of the unit for what the unit does, of the office for the rest. */
    private static Officer fit(TicketAct act) {
        var role = act.hands().iterator().next();
        var ofUnit = Set.of(Role.UNIT_HANDLER, Role.UNIT_DEPUTY, Role.UNIT_HEAD).contains(role);
        return Someone.at(ofUnit ? HOST : Someone.OFFICE, role);
    }

    private static Officer leader(Role role, UUID line) {
        return new Officer(
                UUID.randomUUID(),
                "某人",
                Someone.OFFICE,
                Set.of(new Post(role, Someone.OFFICE)),
                Set.of(line),
                "duban-phone",
                false,
                Set.of("office"),
                null);
    }

    private static Consumer<Throwable> refused(RefusalCode code) {
        return fault -> assertThat(((Refusal) fault).code()).isEqualTo(code);
    }
}
