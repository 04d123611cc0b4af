package io.duban.hotline.tickets;

import io.duban.platform.identity.Officer;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.security.MessageDigest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The system a ticket came from, and its id and version there; all null for a demand taken by our own agents.
 *
 * @param sourceVersion the highest version sent so far
 * @param sourceHash SHA-256 of what was sent, so that a changed body under the same version is noticed
 */
record Source(
        @Nullable String sourceSystem,
        @Nullable String sourceId,
        @Nullable Long sourceVersion,
        byte @Nullable [] sourceHash) {

    static final Source OWN = new Source(null, null, null, null);

    /** Whether what is sent now came later than what is held: versions arrive in any order. */
    boolean isNewerThan(Source held) {
        return number() > held.number();
    }

    /** The version of a source that has one. */
    long number() {
        return Objects.requireNonNull(sourceVersion);
    }

    /** The content of a source that has one. */
    byte[] hash() {
        return Objects.requireNonNull(sourceHash);
    }

    /**
     * A partner speaks for its own system only, and always names source, id and version.
     *
     * @throws Refusal {@code E_GEN_VALIDATION}
     */
    void requireSpokenBy(Officer officer) {
        var own = officer.sourceSystem();
        if (own != null && !own.equals(sourceSystem)) {
            throw Refusal.invalid(
                    "/sourceSystem",
                    "sourceSystem 须为贵方系统的标识 %s。".formatted(own),
                    "sourceSystem must be your own, %s.".formatted(own));
        }
        if (own == null && sourceSystem != null) {
            throw Refusal.invalid(
                    "/sourceSystem", "只有对接系统可以填写 sourceSystem。", "Only a partner's own system names its source.");
        }
        if (sourceSystem != null && (sourceId == null || sourceVersion == null)) {
            throw Refusal.invalid(
                    "/sourceId",
                    "sourceSystem、sourceId、sourceVersion 须同时提供。",
                    "sourceSystem, sourceId and sourceVersion go together.");
        }
    }

    /** @throws Refusal {@code E_GEN_IDEMPOTENCY_CONFLICT} when other content was sent under this version before */
    void requireSameAs(byte[] first) {
        if (!MessageDigest.isEqual(first, sourceHash)) {
            throw Refusal.of(
                    RefusalCode.E_GEN_IDEMPOTENCY_CONFLICT,
                    "同一来源编号和版本已受理过不同的内容;内容有变请提高 sourceVersion。",
                    "Other content was accepted under this source id and version; raise sourceVersion for a change.");
        }
    }
}
