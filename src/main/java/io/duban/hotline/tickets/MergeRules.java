package io.duban.hotline.tickets;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * When a ticket may be merged into another (合并, domain 2.5 T22): the same matter at the same place, not too far apart in time.
 *
 * @param within the most time between the two
 * @param parents those of the children into which others are merged
 * @param atThePlace those of the children that are at the parent's place
 */
record MergeRules(HotlineTicket parent, Duration within, Set<UUID> parents, Set<UUID> atThePlace) {

    /**
     * @param pointer where the parent is named
     * @throws Refusal {@code E_HOT_MERGE_CLOSED} for one that was handed in or is closed; {@code E_GEN_VALIDATION} for one that is merged itself or
     *     is not classified yet
     */
    static void requireOpen(HotlineTicket parent, String pointer) {
        if (parent.status() == HotlineTicketStatus.MERGED) {
            throw Refusal.invalid(
                    pointer,
                    "主单 %s 本身已并入其他工单,请并入那一件。".formatted(parent.ticketNumber()),
                    "%s is merged itself; merge into its parent.".formatted(parent.ticketNumber()));
        }
        if (parent.status() == HotlineTicketStatus.RECEIVED) {
            throw Refusal.invalid(
                    pointer,
                    "主单 %s 尚未分类,不能并入。".formatted(parent.ticketNumber()),
                    "%s is not classified yet.".formatted(parent.ticketNumber()));
        }
        if (!TicketAct.MERGE_CHILDREN.during().contains(parent.status())) {
            throw Refusal.of(
                    RefusalCode.E_HOT_MERGE_CLOSED,
                    "主单 %s 已反馈或已办结,不能再并入;请单独派单。".formatted(parent.ticketNumber()),
                    "%s was handed in or is closed; dispatch this one by itself.".formatted(parent.ticketNumber()));
        }
    }

    /** What stands against merging this child; each reason is one a dispatcher can act on. */
    Optional<Refusal.Flaw> against(HotlineTicket child, String pointer) {
        if (child.id().equals(parent.id())) {
            return flaw(pointer, child, "不能并入自身", "cannot be merged into itself");
        }
        if (!TicketMove.MERGE.from().contains(child.status())) {
            return flaw(
                    pointer,
                    child,
                    "当前状态 %s 不能合并".formatted(child.status()),
                    "cannot be merged while " + child.status());
        }
        if (parents.contains(child.id())) {
            return flaw(pointer, child, "其下已并入其他工单,请反向合并", "has children itself; merge the other way round");
        }
        if (isReport(child) || isReport(parent)) {
            return flaw(pointer, child, "举报件须单独办理,不能合并", "a report of wrongdoing is handled by itself");
        }
        if (LetterDuty.isLetter(child)) {
            return flaw(
                    pointer,
                    child,
                    "来信须单独书面答复,不能并入;可作主单",
                    "is a letter, to be answered in writing; it may be the parent");
        }
        if (!child.demand().categoryCode().equals(parent.demand().categoryCode())) {
            return flaw(pointer, child, "事项类别与主单不同", "is of another category than its parent");
        }
        if (Duration.between(child.acceptedAt(), parent.acceptedAt()).abs().compareTo(within) > 0) {
            return flaw(
                    pointer,
                    child,
                    "与主单受理时间相隔超过 %d 天".formatted(within.toDays()),
                    "is more than %d days away from its parent".formatted(within.toDays()));
        }
        if (!atThePlace.contains(child.id())) {
            return flaw(pointer, child, "地点与主单不同或无法确认为同一地点", "is not known to be at the same place as its parent");
        }
        if (child.handling().hostUnitId() != null && parent.handling().hostUnitId() == null) {
            return flaw(
                    pointer,
                    child,
                    "已派单,主单尚未派单,请反向合并",
                    "is dispatched and its parent is not; merge the other way round");
        }
        return Optional.empty();
    }

    /** Whether the button of a merging would be honest: what a report of wrongdoing needs, it needs alone, and a letter is no child. */
    static boolean offers(TicketMove move, HotlineTicket ticket) {
        return move != TicketMove.MERGE || !isReport(ticket) && !LetterDuty.isLetter(ticket);
    }

    static boolean offers(TicketAct act, HotlineTicket ticket) {
        return act != TicketAct.MERGE_CHILDREN || !isReport(ticket);
    }

    static Refusal.Flaw changed(HotlineTicket child, String pointer) {
        return flaw(pointer, child, "已被他人更新,请刷新", "has changed since it was read")
                .orElseThrow();
    }

    private static boolean isReport(HotlineTicket ticket) {
        return ticket.demand().isReport();
    }

    private static Optional<Refusal.Flaw> flaw(String pointer, HotlineTicket child, String chinese, String english) {
        return Optional.of(new Refusal.Flaw(
                pointer,
                "%s:%s。".formatted(child.ticketNumber(), chinese),
                child.ticketNumber() + " " + english + "."));
    }
}
