package io.duban.hotline.letters;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether the writer lets the answer be published.
 *
 * @param consented null while he was not asked
 * @param consentWay how he said so
 */
record Consent(
        @Nullable Boolean consented,
        @Nullable Way consentWay,
        @Nullable Instant consentAt,
        @Nullable UUID consentRecordedBy) {

    static final Consent NONE = new Consent(null, null, null, null);

    /** @throws Refusal {@code E_GEN_SCOPE} unless he has agreed */
    void require() {
        if (!Boolean.TRUE.equals(consented)) {
            throw Refusal.of(
                    RefusalCode.E_GEN_SCOPE,
                    "来信人没有同意公开,不能公开答复。",
                    "The writer has not agreed that the answer is published.");
        }
    }

    enum Way {
        IN_LETTER,
        TELEPHONE,
        WRITTEN
    }
}
