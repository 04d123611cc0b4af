package io.duban.supervision.matters;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether a part was given more time in this round (延期).
 *
 * @param extended more time was granted
 * @param extensionUntil the date asked for; null when nothing is asked or it was decided
 * @param extensionAskedById who asked last
 * @param extensionToLeader it is longer than the director may grant: the leader who instructed decides
 */
record ExtensionState(
        boolean extended,
        @Nullable Instant extensionUntil,
        @Nullable UUID extensionAskedById,
        boolean extensionToLeader) {

    static final ExtensionState NONE = new ExtensionState(false, null, null, false);

    boolean isPending() {
        return extensionUntil != null;
    }

    ExtensionState asked(Instant until, UUID by, boolean toLeader) {
        return new ExtensionState(extended, until, by, toLeader);
    }

    /** Granted or not, the one chance is used only when granted. */
    ExtensionState decided(boolean granted) {
        return new ExtensionState(extended || granted, null, extensionAskedById, extensionToLeader);
    }
}
