package io.duban.hotline.open311;

import io.duban.platform.problem.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times as the standard writes them (W3C note on date and time): with an offset, to the second. */
final class W3cTime {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx").withZone(OFFICE);

    /** A plus that was not escaped arrives as a blank. */
    private static final Pattern READ = Pattern.compile(
            "(\\d{4}-\\d\\d-\\d\\d)(?:[Tt ](\\d\\d:\\d\\d)(:\\d\\d(?:\\.\\d{1,9})?)?(?:([Zz])|([+ -])(\\d\\d):?(\\d\\d)))?");

    private static final int FIRST_YEAR = 1949;
    private static final int LAST_YEAR = 2100;

    private W3cTime() {}

    static @Nullable String write(@Nullable Instant instant) {
        return instant == null ? null : WRITTEN.format(instant);
    }

    /**
     * A day alone is taken in the office's zone: from its first instant, or to its last where {@code last} is asked for.
     *
     * @throws Refusal {@code E_GEN_VALIDATION} for what is no such time, or lies outside of 1949 to 2100
     */
    static Instant read(String name, String text, boolean last) {
        var matcher = READ.matcher(text);
        if (!matcher.matches()) {
            throw malformed(name);
        }
        try {
            var day = LocalDate.parse(matcher.group(1));
            if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
                throw malformed(name);
            }
            if (matcher.group(2) == null) {
                return last
                        ? day.plusDays(1).atStartOfDay(OFFICE).toInstant().minusMillis(1)
                        : day.atStartOfDay(OFFICE).toInstant();
            }
            var seconds = matcher.group(3) == null ? ":00" : matcher.group(3);
            return OffsetDateTime.parse(day + "T" + matcher.group(2) + seconds + offset(matcher))
                    .toInstant();
        } catch (DateTimeException e) {
            throw malformed(name);
        }
    }

    private static String offset(java.util.regex.Matcher matcher) {
        return matcher.group(4) != null
                ? "Z"
                : matcher.group(5).replace(' ', '+') + matcher.group(6) + ":" + matcher.group(7);
    }

    private static Refusal malformed(String name) {
        return Refusal.invalid(
                name,
                name + " 须为带时区的时间,如 2026-11-28T09:00:00+08:00。",
                name + " takes a date and time with an offset, such as 2026-11-28T09:00:00+08:00.");
    }
}
