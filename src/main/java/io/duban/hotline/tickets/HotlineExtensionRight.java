package io.duban.hotline.tickets;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.platform.subprocesses.ExtensionRight;
import java.time.Instant;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * Whether a unit may ask for more time (延期, domain 2.5 T13, 0.4): not for consultations nor for what runs by the hour, once, and before 17:00 of the day
 * it is due.
 *
 * @param right null where no more time is ever given
 */
record HotlineExtensionRight(
        @Nullable ExtensionRight right, @Nullable Instant outerDueAt) {

    private static final LocalTime CUT_OFF = LocalTime.of(17, 0);

    static HotlineExtensionRight of(HotlineTicket ticket) {
        var term = ticket.term();
        var urgency = ticket.handling().urgencyClass();
        var never = ticket.demand().demandType() == Demand.DemandType.CONSULTATION
                || urgency != null && urgency.isPressing()
                || term.dueAt() == null;
        return new HotlineExtensionRight(
                never ? null : new ExtensionRight(term.dueAt(), term.warnAt(), term.extended()), term.outerDueAt());
    }

    boolean isOpen(Instant now) {
        return right != null && right.isOpen(now) && now.isBefore(cutOff(right));
    }

    /**
     * @param until 24:00 of the new date
     * @return the right, to date the new light by
     * @throws Refusal {@code E_HOT_NO_EXTENSION}, {@code E_GEN_EXTENSION_TWICE}, {@code E_GEN_EXTENSION_LATE}, or {@code E_GEN_VALIDATION} at
     *     {@code /until} for a date that is not later or lies after the upstream platform's, in this order
     */
    ExtensionRight require(Instant until, Instant now) {
        if (right == null) {
            throw Refusal.of(
                    RefusalCode.E_HOT_NO_EXTENSION,
                    "咨询类和紧急类(水电气热、风险隐患)工单不能延期。",
                    "Consultations and pressing tickets get no more time.");
        }
        if (!right.extended() && !now.isBefore(cutOff(right))) {
            throw Refusal.of(
                    RefusalCode.E_GEN_EXTENSION_LATE,
                    "延期须在到期日17:00以前申请。",
                    "More time is asked for before 17:00 of the day it is due.");
        }
        right.require(until, now);
        requireInside(until);
        return right;
    }

    /** @throws Refusal {@code E_GEN_VALIDATION} at {@code /until} */
    void requireInside(Instant until) {
        if (outerDueAt != null && until.isAfter(outerDueAt)) {
            throw Refusal.invalid("/until", "不得晚于上级平台规定的时限。", "Not later than the date the platform above has set.");
        }
    }

    private static Instant cutOff(ExtensionRight right) {
        var close = OfficeDay.at(OfficeDay.due(right.dueAt()), CUT_OFF);
        return close.isBefore(right.dueAt()) ? close : right.dueAt();
    }
}
