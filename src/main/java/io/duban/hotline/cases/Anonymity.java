package io.duban.hotline.cases;

import io.duban.hotline.tickets.ClosedTickets.ClosedTicket;
import io.duban.platform.problem.Refusal;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a text still says who asked: it holds his name, telephone number or address, or any mobile or identity number. Full-width letters, blanks and
 * dashes hide nothing.
 */
record Anonymity(
        @Nullable String name,
        @Nullable String phone,
        @Nullable String address) {

    private static final Pattern NOISE = Pattern.compile("[\\s\\p{Z}\\p{Pd}._·]+");
    private static final Pattern NUMBER = Pattern.compile("(?<!\\d)(1[3-9]\\d{9}|\\d{17}[\\dXx])(?!\\d)");

    /** A name of one character is in every text. */
    private static final int SHORTEST = 2;

    static Anonymity of(ClosedTicket ticket) {
        return new Anonymity(ticket.citizenName(), ticket.citizenPhone(), ticket.address());
    }

    /** @throws Refusal {@code E_GEN_VALIDATION} at the pointer for a text in which somebody can be recognised */
    void require(String text, String pointer) {
        if (isBrokenBy(text)) {
            throw Refusal.invalid(
                    pointer,
                    "案例中仍有诉求人的姓名、电话、地址或身份证号,请先隐去。",
                    "It still holds a citizen's name, telephone number, address or identity number.");
        }
    }

    boolean isBrokenBy(String text) {
        var plain = plain(text);
        return NUMBER.matcher(plain).find()
                || Arrays.asList(name, phone, address).stream()
                        .filter(Objects::nonNull)
                        .map(Anonymity::plain)
                        .anyMatch(word -> word.length() >= SHORTEST && plain.contains(word));
    }

    private static String plain(String text) {
        return NOISE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
    }
}
