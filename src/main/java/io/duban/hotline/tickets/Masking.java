package io.duban.hotline.tickets;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Personal data made unfit to find somebody by: enough stays to tell two citizens apart. */
final class Masking {

    /** What stands where nothing may be known. */
    static final String STARS = "****";

    private static final int KEPT = 3;
    private static final int KEPT_AT_END = 4;
    private static final int SHORTEST_PHONE = 8;
    /** Far enough for the street or the estate, not for the door. */
    private static final int KEPT_OF_ADDRESS = 6;

    /** An identity card's number (18 signs), a mobile number (with or without 86), a landline with its area code. */
    private static final Pattern NUMBERS = Pattern.compile(
            "(?<!\\d)(?:\\d{17}[\\dXx]|(?:86[- ]?)?1\\d{2}[- ]?\\d{4}[- ]?\\d{4}|0\\d{2,3}[- ]?\\d{7,8})(?!\\d)");

    private Masking() {}

    /** 张*. */
    static String name(String name) {
        return name.isBlank() ? name : name.substring(0, name.offsetByCodePoints(0, 1)) + "*";
    }

    /** 138****0000. */
    static String phone(String phone) {
        return phone.length() < SHORTEST_PHONE
                ? STARS
                : phone.substring(0, KEPT) + STARS + phone.substring(phone.length() - KEPT_AT_END);
    }

    static String address(String address) {
        var signs = address.codePointCount(0, address.length());
        return signs <= KEPT_OF_ADDRESS
                ? STARS
                : address.substring(0, address.offsetByCodePoints(0, KEPT_OF_ADDRESS)) + STARS;
    }

    /**
     * What was told, without the numbers in it that lead to a person. Names in running text are not found.
     *
     * @param mask what becomes of a number
     */
    static String words(String words, UnaryOperator<String> mask) {
        return NUMBERS.matcher(words).replaceAll(number -> Matcher.quoteReplacement(mask.apply(number.group())));
    }
}
