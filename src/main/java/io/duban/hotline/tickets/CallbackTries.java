package io.duban.hotline.tickets;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/** When a citizen was called in vain in one round (domain 2.5 T19: three tries, on two days at least, at different hours). */
record CallbackTries(List<Instant> at) {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");
    private static final int TRIES = 3;
    private static final int DAYS = 2;

    /** Where there are as many hours and days, three of the tries are at different hours and not on one day. */
    boolean areEnough() {
        var times = at.stream().map(instant -> instant.atZone(OFFICE)).toList();
        var hours = times.stream().map(ZonedDateTime::getHour).distinct().count();
        var days = times.stream().map(ZonedDateTime::toLocalDate).distinct().count();
        return hours >= TRIES && days >= DAYS;
    }
}
