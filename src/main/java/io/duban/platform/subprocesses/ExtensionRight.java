package io.duban.platform.subprocesses;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether more time may be asked for (延期, domain 0.4, D11): once, before it is due, for a later date.
 *
 * @param dueAt when it is due now
 * @param warnAt when its light turns yellow; null: never
 * @param extended more time was granted before
 */
public record ExtensionRight(Instant dueAt, @Nullable Instant warnAt, boolean extended) {

    public boolean isOpen(Instant now) {
        return !extended && !now.isAfter(dueAt);
    }

    /** @throws Refusal {@code E_GEN_EXTENSION_TWICE}, {@code E_GEN_EXTENSION_LATE}, or {@code E_GEN_VALIDATION} at {@code /until}, in this order */
    public void require(Instant until, Instant now) {
        if (extended) {
            throw Refusal.of(RefusalCode.E_GEN_EXTENSION_TWICE, "已延期一次,不能再延。", "It was extended once already.");
        }
        if (now.isAfter(dueAt)) {
            throw Refusal.of(
                    RefusalCode.E_GEN_EXTENSION_LATE, "已超过办理时限,不能再申请延期。", "More time is asked for before it is due.");
        }
        if (!until.isAfter(dueAt)) {
            throw Refusal.invalid("/until", "延期后的时限须晚于原时限。", "The new date is later than the one that stands.");
        }
    }

    /** When the light turns yellow after the extension: as long before the new date as it was before the old one. */
    public Instant warnBefore(Instant until) {
        return warnAt == null ? until : until.minus(Duration.between(warnAt, dueAt));
    }
}
