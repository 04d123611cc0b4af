package io.duban.hotline.anonymity;

import io.duban.platform.problem.Refusal;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a text still says who asked: it holds his name, telephone number or address, or any mobile or identity number. Full-width letters, blanks and
 * dashes hide nothing.
 */
public record Anonymity(List<String> data) {

    private static final Pattern NOISE = Pattern.compile("[\\s\\p{Z}\\p{Pd}._·]+");
    private static final Pattern NUMBER = Pattern.compile("(?<!\\d)(1[3-9]\\d{9}|\\d{17}[\\dXx])(?!\\d)");

    /** A name of one character is in every text. */
    private static final int SHORTEST = 2;

    /** @param data his name, his numbers, his addresses, as far as they are known */
    public static Anonymity of(@Nullable String... data) {
        return new Anonymity(Arrays.stream(data).filter(Objects::nonNull).toList());
    }

    /** @throws Refusal {@code E_GEN_VALIDATION} at the pointer for a text in which somebody can be recognised */
    public void require(String text, String pointer) {
        if (isBrokenBy(text)) {
            throw Refusal.invalid(
                    pointer,
                    "文中仍有诉求人的姓名、电话、地址或身份证号,请先隐去。",
                    "It still holds a citizen's name, telephone number, address or identity number.");
        }
    }

    public boolean isBrokenBy(String text) {
        var plain = plain(text);
        return NUMBER.matcher(plain).find()
                || NUMBER.matcher(unfolded(text)).find()
                || data.stream()
                        .map(Anonymity::plain)
                        .anyMatch(word -> word.length() >= SHORTEST && plain.contains(word));
    }

    private static String plain(String text) {
        return NOISE.matcher(unfolded(text)).replaceAll("");
    }

    /** A date before a number is no part of it: its blanks are looked at too. */
    private static String unfolded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }
}
