package io.duban.supervision.notices;

import io.duban.platform.problem.Refusal;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a bulletin says, of whom, and to whom it goes.
 *
 * @param text null only where it is masked for a reader
 * @param namedUnitIds the units it names; they see the text before it is issued and may comment
 */
record BulletinText(@Nullable String text, Tone tone, Set<UUID> namedUnitIds, Set<UUID> recipientUnitIds) {

    /** Whether it criticises (批评) or praises (表扬); NEUTRAL informs. */
    enum Tone {
        CRITICISE,
        PRAISE,
        NEUTRAL
    }

    /** Praise and criticism by name are approved by the head of the government (政府督查工作条例 art. 21). */
    boolean needsChief() {
        return tone != Tone.NEUTRAL && !namedUnitIds.isEmpty();
    }

    void requireRecipients() {
        if (recipientUnitIds.isEmpty()) {
            throw Refusal.invalid("/recipientUnitIds", "须写明发送单位。", "Say to which units it goes.");
        }
    }

    Set<UUID> everybody() {
        var all = new HashSet<>(namedUnitIds);
        all.addAll(recipientUnitIds);
        return Set.copyOf(all);
    }

    BulletinText saying(@Nullable String words) {
        return new BulletinText(words, tone, namedUnitIds, recipientUnitIds);
    }
}
