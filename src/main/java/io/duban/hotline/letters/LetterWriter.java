package io.duban.hotline.letters;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What must not be read in a published answer, and whether anything may be.
 *
 * @param passed the office has passed the result
 * @param secret he asked to be kept secret, or reports a wrongdoing
 */
record LetterWriter(@Nullable String name, @Nullable String phone, boolean passed, boolean secret) {

    /** A mobile telephone or an identity card. */
    private static final Pattern NUMBERS = Pattern.compile("(?<!\\d)(1[3-9]\\d{9}|\\d{17}[\\dXx])(?!\\d)");

    /** @throws Refusal {@code E_GEN_SCOPE} for who is to be kept secret, {@code E_GEN_VALIDATION} at {@code /answer} for his data in it */
    void requireUnnamed(String text) {
        if (secret) {
            throw Refusal.of(
                    RefusalCode.E_GEN_SCOPE, "要求保密的来信和举报不得公开。", "What is to be kept secret is never published.");
        }
        if (NUMBERS.matcher(text).find() || isIn(name, text) || isIn(phone, text)) {
            throw Refusal.invalid(
                    "/answer",
                    "公开的答复中仍有来信人姓名、电话或证件号码,请先去除。",
                    "The text still has the writer's name or a telephone or identity number in it.");
        }
    }

    private static boolean isIn(@Nullable String datum, String text) {
        return Optional.ofNullable(datum)
                .map(String::strip)
                .filter(told -> told.codePointCount(0, told.length()) > 1)
                .filter(text::contains)
                .isPresent();
    }
}
