package io.duban.documents.outgoing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a unit answered in a co-signing.
 *
 * @param answer null while there is none
 * @param answeredBy who pressed; null where silence was taken for no objection
 * @param answeredFor the head in whose name he pressed
 */
record CosignReply(
        @Nullable CosignAnswer answer,
        @Nullable String reason,
        @Nullable UUID answeredBy,
        @Nullable UUID answeredFor,
        @Nullable Instant answeredAt) {

    static final CosignReply NONE = new CosignReply(null, null, null, null, null);

    static CosignReply silence(Instant now) {
        return new CosignReply(CosignAnswer.DEEMED_NO_OBJECTION, null, null, null, now);
    }
}
