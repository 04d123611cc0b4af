package io.duban.hotline.letters;

import io.duban.hotline.anonymity.Anonymity;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import org.jspecify.annotations.Nullable;

/**
 * What must not be read in a published answer, and whether anything may be.
 *
 * @param passed the office has passed the result
 * @param secret he asked to be kept secret, or reports a wrongdoing
 */
record LetterWriter(
        @Nullable String name,
        @Nullable String phone,
        @Nullable String address,
        boolean passed,
        boolean secret) {

    /** Whether his answer may be published at all, with his consent. */
    boolean isPublishable() {
        return passed && !secret;
    }

    /** @throws Refusal {@code E_GEN_SCOPE} for who is to be kept secret, {@code E_GEN_VALIDATION} at {@code /answer} for his data in it */
    void requireUnnamed(String text) {
        if (secret) {
            throw Refusal.of(
                    RefusalCode.E_GEN_SCOPE, "要求保密的来信和举报不得公开。", "What is to be kept secret is never published.");
        }
        Anonymity.of(name, phone, address).require(text, "/answer");
    }
}
