package io.duban.hotline.letters;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who signed a written answer. */
record Signatures(
        @Nullable UUID headSignedBy,
        @Nullable Instant headSignedAt,
        @Nullable UUID officeSignedBy,
        @Nullable Instant officeSignedAt) {

    static final Signatures NONE = new Signatures(null, null, null, null);

    /** Where an answer stands that was just written and has these signatures. */
    LetterStatus statusOf(LetterChannel channel) {
        return headSignedBy == null
                ? LetterMove.ANSWER_AGAIN.to()
                : LetterMove.ofHead(channel).to();
    }

    Signatures ofHead(UUID by, Instant now) {
        return new Signatures(by, now, officeSignedBy, officeSignedAt);
    }

    Signatures ofOffice(UUID by, Instant now) {
        return new Signatures(headSignedBy, headSignedAt, by, now);
    }
}
