package io.duban.hotline.tickets;

import static io.duban.platform.identity.Role.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.platform.identity.Role;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.support.Someone;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which acts of the intake are possible when, and what a demand must have. */
class IntakeRulesTests {

    private static final Set<HotlineTicketStatus> ALWAYS = EnumSet.allOf(HotlineTicketStatus.class);

    private static final Set<HotlineTicketStatus> OPEN = EnumSet.complementOf(EnumSet.of(
            HotlineTicketStatus.CLOSED,
            HotlineTicketStatus.ARCHIVED,
            HotlineTicketStatus.NOT_ACCEPTED,
            HotlineTicketStatus.TRANSFERRED_EMERGENCY,
            HotlineTicketStatus.TERMINATED,
            HotlineTicketStatus.WITHDRAWN));

    private static final Map<TicketAct, Set<HotlineTicketStatus>> TABLE = Map.of(
            TicketAct.SPLIT, ALWAYS,
            TicketAct.PROPOSE_REFUSAL, EnumSet.of(HotlineTicketStatus.RECEIVED),
            TicketAct.REJECT_REFUSAL, EnumSet.of(HotlineTicketStatus.RECEIVED),
            TicketAct.TELL_REFUSAL, EnumSet.of(HotlineTicketStatus.NOT_ACCEPTED),
            TicketAct.ACKNOWLEDGE_TRANSFER, EnumSet.of(HotlineTicketStatus.TRANSFERRED_EMERGENCY),
            TicketAct.REPORT_MALICIOUS_CALLS, ALWAYS,
            TicketAct.ADD_PHOTOS, OPEN,
            TicketAct.DECIDE_CALLER_ALERT, ALWAYS,
            TicketAct.REOPEN, EnumSet.of(HotlineTicketStatus.CLOSED, HotlineTicketStatus.ARCHIVED));

    private static final Map<TicketAct, Set<Role>> HANDS = Map.of(
            TicketAct.SPLIT, Set.of(HOTLINE_AGENT, HOTLINE_DISPATCHER, DUTY_OFFICER),
            TicketAct.PROPOSE_REFUSAL, Set.of(HOTLINE_AGENT),
            TicketAct.REJECT_REFUSAL, Set.of(HOTLINE_AUDITOR),
            TicketAct.TELL_REFUSAL, Set.of(HOTLINE_AGENT),
            TicketAct.ACKNOWLEDGE_TRANSFER, Set.of(DUTY_OFFICER, DUTY_LEADER),
            TicketAct.REPORT_MALICIOUS_CALLS, Set.of(HOTLINE_AGENT),
            TicketAct.ADD_PHOTOS, Set.of(HOTLINE_AGENT, HOTLINE_DISPATCHER, DUTY_OFFICER, INTEGRATION_CLIENT),
            TicketAct.DECIDE_CALLER_ALERT, Set.of(HOTLINE_MANAGER),
            TicketAct.REOPEN, Set.of(HOTLINE_AGENT));

    static Stream<Arguments> cells() {
        return TABLE.keySet().stream()
                .flatMap(act -> Stream.of(HotlineTicketStatus.values()).map(state -> Arguments.of(act, state)));
    }

    @ParameterizedTest(name = "{0} while {1}")
    @MethodSource("cells")
    void anActIsLegalExactlyWhereSpecified(TicketAct act, HotlineTicketStatus state) {
        var ticket = SampleTickets.in(state);
        var officer = Someone.at(Someone.OFFICE, HANDS.get(act).iterator().next());
        ThrowingCallable step = () -> act.check(ticket, Someone.sees(officer, ticket.version()));
        if (TABLE.get(act).contains(state)) {
            assertThatCode(step).doesNotThrowAnyException();
        } else {
            refuses(RefusalCode.E_GEN_ILLEGAL_STATE, step);
        }
    }

    @Test
    void anActIsInNoOtherHands() {
        TABLE.forEach((act, states) -> {
            var ticket = SampleTickets.in(states.iterator().next());
            for (var role : Role.values()) {
                var officer = Someone.at(Someone.OFFICE, role);
                ThrowingCallable step = () -> act.check(ticket, Someone.sees(officer, ticket.version()));
                if (HANDS.get(act).contains(role)) {
                    assertThatCode(step).doesNotThrowAnyException();
                } else {
                    refuses(RefusalCode.E_GEN_SCOPE, step);
                }
            }
        });
    }

    @Test
    void aStepThatWouldBeRefusedIsNotOffered() {
        var agent = Someone.at(Someone.OFFICE, HOTLINE_AGENT);
        var auditor = Someone.at(Someone.OFFICE, HOTLINE_AUDITOR);
        var received = SampleTickets.in(HotlineTicketStatus.RECEIVED);
        assertThat(new IntakeActions(received, agent).offers(TicketAct.PROPOSE_REFUSAL))
                .isTrue();
        assertThat(new IntakeActions(received, auditor).offers(TicketMove.CONFIRM_REFUSAL))
                .isFalse();
        var proposed = received.take(TicketAct.PROPOSE_REFUSAL, Someone.sees(agent, received.version()))
                .intake(Intake.NONE.refusalProposed(agent.id()))
                .done();
        assertThat(new IntakeActions(proposed, agent).offers(TicketAct.PROPOSE_REFUSAL))
                .isFalse();
        assertThat(new IntakeActions(proposed, auditor).offers(TicketMove.CONFIRM_REFUSAL))
                .isTrue();
        assertThat(new IntakeActions(proposed, agent).offers(TicketMove.CONFIRM_REFUSAL))
                .isFalse();
        assertThat(new IntakeActions(proposed, agent).offers(TicketAct.TELL_REFUSAL))
                .isFalse();
        assertThat(new IntakeActions(proposed, agent).offers(TicketAct.ACKNOWLEDGE_TRANSFER))
                .isFalse();
        assertThat(new IntakeActions(proposed, agent).offers(TicketAct.DECIDE_CALLER_ALERT))
                .isFalse();
        assertThat(new IntakeActions(proposed, agent).offers(TicketMove.WITHDRAW))
                .isTrue();
    }

    @Test
    void whateverMovesAReceivedTicketSettlesAProposalToRefuseIt() {
        var agent = Someone.at(Someone.OFFICE, HOTLINE_AGENT);
        var received = SampleTickets.in(HotlineTicketStatus.RECEIVED);
        var proposed = received.take(TicketAct.PROPOSE_REFUSAL, Someone.sees(agent, received.version()))
                .intake(Intake.NONE.refusalProposed(agent.id()))
                .done();
        var dispatcher = Someone.at(Someone.OFFICE, HOTLINE_DISPATCHER);
        var classified = proposed.take(TicketMove.CLASSIFY, Someone.sees(dispatcher, proposed.version()))
                .done();
        assertThat(classified.intake().refusalProposedBy()).isNull();
    }

    @ParameterizedTest
    @EnumSource(Demand.DemandType.class)
    void onlyAReportOfAWrongdoingIsNotAnsweredOnTheSpot(Demand.DemandType type) {
        var demand = SampleTickets.demand(type);
        if (type == Demand.DemandType.REPORT_WRONGDOING) {
            refuses(RefusalCode.E_HOT_CANNOT_ANSWER_DIRECTLY, demand::requireAnswerable);
        } else {
            assertThatCode(demand::requireAnswerable).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"-, 向法院起诉", "'  ', 向法院起诉", "已起诉, -", "已起诉, '  '", "-, -"})
    void aRefusalNeedsItsReasonInWordsAndThePath(String text, String path) {
        var command = Someone.sees(Someone.at(Someone.OFFICE, HOTLINE_AGENT), 1);
        var ground = new RefusalProposal.Ground(RefusalProposal.Reason.LITIGATION, text, path);
        refuses(RefusalCode.E_HOT_REASON_REQUIRED, () -> RefusalProposal.of(new UUID(1, 1), ground, command));
    }

    @Test
    void whoProposedOrReportedDoesNotDecide() {
        var mine = Someone.sees(Someone.at(Someone.OFFICE, HOTLINE_AGENT, HOTLINE_AUDITOR, HOTLINE_MANAGER), 1);
        var other = Someone.sees(Someone.at(Someone.OFFICE, HOTLINE_AUDITOR, HOTLINE_MANAGER), 1);
        var ground = new RefusalProposal.Ground(RefusalProposal.Reason.LITIGATION, "已起诉", "等候判决");
        var proposal = RefusalProposal.of(new UUID(1, 1), ground, mine);
        refuses(RefusalCode.E_GEN_SELF_APPROVAL, () -> proposal.requireDecidedByAnother(mine));
        assertThatCode(() -> proposal.requireDecidedByAnother(other)).doesNotThrowAnyException();
        var report = CallerAlert.malicious(new UUID(1, 1), "辱骂", "已劝阻", mine);
        refuses(RefusalCode.E_GEN_SELF_APPROVAL, () -> report.requireDecidedByAnother(mine));
        assertThatCode(() -> report.requireDecidedByAnother(other)).doesNotThrowAnyException();
        var counted = CallerAlert.repeat(new UUID(1, 1), List.of(new UUID(1, 2), new UUID(1, 3)), mine);
        assertThatCode(() -> counted.requireDecidedByAnother(mine)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"-", "''", "'   '", "半夜施工", "'半夜 施工。'"})
    void theOldWordsAgainAreNoNewFacts(String facts) {
        var told = SampleTickets.demand(Demand.DemandType.COMPLAINT);
        refuses(RefusalCode.E_HOT_NO_NEW_FACTS, () -> TicketReopening.requireNew(facts, told));
        assertThat(TicketReopening.requireNew("昨晚又开工了", told)).isEqualTo("昨晚又开工了");
    }

    @Test
    void aFurtherMatterTakesThePlaceOfTheCallUnlessItNamesAnother() {
        var call = SampleTickets.demand(Demand.DemandType.COMPLAINT);
        var here = matter(null, false).toldWith(call);
        assertThat(here.address()).isEqualTo(call.address());
        assertThat(here.channel()).isEqualTo(call.channel());
        assertThat(here.receivedAt()).isEqualTo(call.receivedAt());
        assertThat(here.words()).isEqualTo("路灯不亮");
        var there = matter("西湖路2号", true).toldWith(call);
        assertThat(there.address()).isEqualTo("西湖路2号");
        assertThat(there.latitude()).isNull();
        assertThat(there.keepSecret()).isTrue();
    }

    @Test
    void aCallerIsRecognisedByHisNumberHoweverItIsWrittenAndByNobodyWithoutTheKey() {
        var keys = new CallerKeys("0123456789abcdef0123456789abcdef");
        var complaint = SampleTickets.demand(Demand.DemandType.COMPLAINT);
        var key = keys.of(caller("13800001234"), complaint);
        assertThat(key).hasSize(32);
        for (var same : new String[] {"138-0000-1234", "+86 138 0000 1234", "008613800001234", " 13800001234 "}) {
            assertThat(keys.of(caller(same), complaint)).isEqualTo(key);
        }
        assertThat(keys.of(caller("13800001235"), complaint)).isNotEqualTo(key);
        assertThat(new CallerKeys("another key of thirty-two characters").of(caller("13800001234"), complaint))
                .isNotEqualTo(key);
        assertThatThrownBy(() -> new CallerKeys("short")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nobodyLinksAnonymousCallersAndReportersOfWrongdoing() {
        var keys = new CallerKeys("0123456789abcdef0123456789abcdef");
        var complaint = SampleTickets.demand(Demand.DemandType.COMPLAINT);
        assertThat(keys.of(Citizen.ANONYMOUS, complaint)).isNull();
        assertThat(keys.of(caller("不详"), complaint)).isNull();
        assertThat(keys.of(caller("13800001234"), SampleTickets.demand(Demand.DemandType.REPORT_WRONGDOING)))
                .isNull();
    }

    @Test
    void whatIsDoneAboutACallLiesBetweenTheCallAndNow() {
        var demand = SampleTickets.demand(Demand.DemandType.COMPLAINT);
        var now = demand.receivedAt().plusSeconds(60);
        assertThatCode(() -> demand.requireSince("/toldAt", demand.receivedAt(), now))
                .doesNotThrowAnyException();
        refuses(
                RefusalCode.E_GEN_VALIDATION,
                () -> demand.requireSince("/toldAt", demand.receivedAt().minusSeconds(1), now));
        refuses(RefusalCode.E_GEN_VALIDATION, () -> demand.requireSince("/toldAt", now.plusSeconds(301), now));
    }

    @Test
    void aDeskWhoseClockIsSomeMinutesFastMayHandACallOn() {
        var demand = SampleTickets.demand(Demand.DemandType.HELP);
        var serverNow = demand.receivedAt().minusSeconds(120);
        assertThatCode(() -> Demand.requireHeard(demand.receivedAt(), serverNow))
                .doesNotThrowAnyException();
        assertThatCode(() -> demand.requireSince(
                        "/transferredAt", demand.receivedAt().plusSeconds(30), serverNow))
                .doesNotThrowAnyException();
        assertThatCode(() -> demand.requireSince("/saidAt", serverNow, serverNow))
                .doesNotThrowAnyException();
        refuses(
                RefusalCode.E_GEN_VALIDATION,
                () -> Demand.requireHeard(demand.receivedAt().plusSeconds(301), demand.receivedAt()));
    }

    private static Citizen caller(String phone) {
        return new Citizen("张三", phone, null, null, true);
    }

    private static FurtherMatter matter(String address, boolean secret) {
        return new FurtherMatter(
                Demand.DemandType.HELP, "lamp", "路灯不亮", "路灯不亮", address, null, null, null, null, secret);
    }

    private static void refuses(RefusalCode code, ThrowingCallable step) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
