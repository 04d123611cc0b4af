package io.duban.supervision.notices;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a unit objects to a card and what became of it; all null while nobody objected, the first three also where a card was withdrawn
 * without an objection.
 */
record CardObjection(
        @Nullable String objection,
        @Nullable UUID objectedById,
        @Nullable Instant objectedAt,
        @Nullable String ruling,
        @Nullable UUID ruledById,
        @Nullable Instant ruledAt) {

    static final CardObjection NONE = new CardObjection(null, null, null, null, null, null);

    static CardObjection of(String words, UUID by, Instant now) {
        return new CardObjection(words, by, now, null, null, null);
    }

    CardObjection ruled(String words, UUID by, Instant now) {
        return new CardObjection(objection, objectedById, objectedAt, words, by, now);
    }

    CardObjection withoutWords() {
        return new CardObjection(null, objectedById, objectedAt, null, ruledById, ruledAt);
    }
}
