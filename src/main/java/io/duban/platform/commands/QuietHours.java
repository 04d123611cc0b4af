package io.duban.platform.commands;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The hours of the night in which nobody is reminded of anything but an emergency (domain 0.5).
 *
 * @param from when they begin; null: there are none
 * @param until when they end, the next morning where that is earlier
 */
record QuietHours(@Nullable LocalTime from, @Nullable LocalTime until) {

    static final QuietHours NONE = new QuietHours(null, null);

    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

    /** @param text such as {@code 22:00-07:00}, or {@code none} */
    static QuietHours parse(String text) {
        if (text.equals("none")) {
            return NONE;
        }
        var hours = text.split("-");
        if (hours.length != 2) {
            throw new IllegalArgumentException("duban.quiet-hours is not like 22:00-07:00 nor none: " + text);
        }
        return new QuietHours(LocalTime.parse(hours[0].strip()), LocalTime.parse(hours[1].strip()));
    }

    boolean cover(Instant instant) {
        if (from == null || until == null) {
            return false;
        }
        var time = LocalTime.ofInstant(instant, OFFICE);
        return from.isAfter(until)
                ? !time.isBefore(from) || time.isBefore(until)
                : !time.isBefore(from) && time.isBefore(until);
    }
}
