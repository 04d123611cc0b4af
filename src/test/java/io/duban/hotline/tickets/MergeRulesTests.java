package io.duban.hotline.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.support.Someone;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When tickets may become one: each rule by itself, and each state of both. */
class MergeRulesTests {

    private static final UUID PARENT = new UUID(1, 0);
    private static final UUID CHILD = new UUID(2, 0);
    private static final UUID HOST = new UUID(3, 0);

    @ParameterizedTest
    @EnumSource(HotlineTicketStatus.class)
    void aParentIsOpenWhileItIsBeingHandled(HotlineTicketStatus status) {
        var parent = ticket(PARENT, status, "water", Demand.DemandType.HELP, Someone.NOW, HOST);
        switch (status) {
            case PENDING_DISPATCH, DISPATCHED, SIGNED, IN_PROGRESS, RETURN_REQUESTED, DISPUTED, SUSPENDED ->
                MergeRules.requireOpen(parent, "/parentId");
            case MERGED, RECEIVED -> assertRefused(parent, RefusalCode.E_GEN_VALIDATION);
            default -> assertRefused(parent, RefusalCode.E_HOT_MERGE_CLOSED);
        }
    }

    @ParameterizedTest
    @EnumSource(HotlineTicketStatus.class)
    void aChildIsMergedFromItsDispatchersDeskToItsHandler(HotlineTicketStatus status) {
        var child = ticket(CHILD, status, "water", Demand.DemandType.HELP, Someone.NOW, HOST);
        var may = Set.of("PENDING_DISPATCH", "DISPATCHED", "SIGNED", "IN_PROGRESS")
                .contains(status.name());
        assertThat(rules(HOST).against(child, "/parentId").isEmpty()).isEqualTo(may);
    }

    @Test
    void itIsNoneOfItsOwn() {
        assertThat(reason(rules(HOST), parent(HOST))).contains("不能并入自身");
    }

    @Test
    void aTicketWithChildrenIsNoChild() {
        var rules = new MergeRules(parent(HOST), Duration.ofDays(30), Set.of(CHILD), Set.of(CHILD));
        assertThat(reason(rules, child("water", Someone.NOW, null))).contains("反向合并");
    }

    @Test
    void aLetterIsAnsweredInWritingAndSoIsNoChild() {
        var letter = new Demand(
                Demand.Channel.MAYOR_MAILBOX,
                Demand.DemandType.HELP,
                "water",
                "停水",
                "小区停水",
                Someone.NOW,
                "东湖路1号",
                null,
                null,
                null,
                null,
                false);
        var child = new TicketEdit(child("water", Someone.NOW, null), Someone.NOW)
                .demand(letter)
                .done();
        assertThat(reason(rules(HOST), child)).contains("书面答复");
        assertThat(MergeRules.offers(TicketMove.MERGE, child)).isFalse();
        assertThat(MergeRules.offers(TicketAct.MERGE_CHILDREN, child)).isTrue();
    }

    @Test
    void anotherCategoryIsAnotherMatter() {
        assertThat(reason(rules(HOST), child("noise", Someone.NOW, null))).contains("类别");
    }

    @Test
    void thirtyDaysAreOneMatterAndAMomentMoreIsNot() {
        var edge = Someone.NOW.minus(Duration.ofDays(30));
        assertThat(rules(HOST).against(child("water", edge, null), "/parentId")).isEmpty();
        assertThat(reason(rules(HOST), child("water", edge.minusMillis(1), null)))
                .contains("30 天");
    }

    @Test
    void anotherPlaceIsAnotherMatter() {
        var rules = new MergeRules(parent(HOST), Duration.ofDays(30), Set.of(), Set.of());
        assertThat(reason(rules, child("water", Someone.NOW, null))).contains("地点");
    }

    @Test
    void whatIsDispatchedDoesNotWaitForWhatIsNot() {
        assertThat(reason(rules(null), child("water", Someone.NOW, HOST))).contains("反向合并");
        assertThat(rules(null).against(child("water", Someone.NOW, null), "/parentId"))
                .isEmpty();
    }

    @Test
    void aReportOfWrongdoingStaysByItself() {
        var report = ticket(
                CHILD,
                HotlineTicketStatus.PENDING_DISPATCH,
                "water",
                Demand.DemandType.REPORT_WRONGDOING,
                Someone.NOW,
                null);
        assertThat(reason(rules(HOST), report)).contains("举报");
        assertThat(MergeRules.offers(TicketMove.MERGE, report)).isFalse();
        assertThat(MergeRules.offers(TicketAct.MERGE_CHILDREN, report)).isFalse();
        assertThat(MergeRules.offers(TicketMove.DISPATCH, report)).isTrue();
        assertThat(MergeRules.offers(TicketMove.MERGE, child("water", Someone.NOW, null)))
                .isTrue();
    }

    private static void assertRefused(HotlineTicket parent, RefusalCode code) {
        assertThatThrownBy(() -> MergeRules.requireOpen(parent, "/parentId"))
                .satisfies(fault -> assertThat(((Refusal) fault).code()).isEqualTo(code));
    }

    private static String reason(MergeRules rules, HotlineTicket child) {
        return rules.against(child, "/parentId").orElseThrow().chinese();
    }

    private static MergeRules rules(UUID host) {
        return new MergeRules(parent(host), Duration.ofDays(30), Set.of(), Set.of(CHILD));
    }

    private static HotlineTicket parent(UUID host) {
        return ticket(PARENT, HotlineTicketStatus.IN_PROGRESS, "water", Demand.DemandType.HELP, Someone.NOW, host);
    }

    private static HotlineTicket child(String category, Instant acceptedAt, UUID host) {
        return ticket(CHILD, HotlineTicketStatus.PENDING_DISPATCH, category, Demand.DemandType.HELP, acceptedAt, host);
    }

    private static HotlineTicket ticket(
            UUID id,
            HotlineTicketStatus status,
            String category,
            Demand.DemandType type,
            Instant acceptedAt,
            UUID host) {
        var handling = new Handling(
                Handling.UrgencyClass.ORDINARY,
                false,
                null,
                host,
                Set.of(),
                null,
                null,
                host == null ? null : acceptedAt);
        return new HotlineTicket(
                id,
                3,
                status,
                "RX" + id.getMostSignificantBits(),
                1,
                Source.OWN,
                new Demand(
                        Demand.Channel.APP, type, category, "t", "w", acceptedAt, "a", null, null, null, null, false),
                Citizen.ANONYMOUS,
                handling,
                Term.NONE,
                Returning.NONE,
                Progress.NONE,
                Feedback.NONE,
                Callback.NONE,
                Lineage.NONE,
                Intake.NONE,
                acceptedAt,
                acceptedAt,
                null,
                handling.units(),
                Set.of());
    }
}
