package io.duban.platform.audit;

import java.time.Instant;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The hours in which the whole audit trail is walked over, in Shanghai.
 *
 * @param from the hour in which they begin, 0 to 23
 * @param until the hour before which they end; the same as {@code from}: there are none
 */
@ConfigurationProperties("duban.audit.night")
record NightHours(
        @DefaultValue("1") int from, @DefaultValue("5") int until) {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");
    private static final int DAY = 24;

    NightHours {
        if (from < 0 || from >= DAY || until < 0 || until > DAY) {
            throw new IllegalArgumentException(
                    "duban.audit.night is not between hours of a day: " + from + ", " + until);
        }
    }

    boolean cover(Instant instant) {
        var hour = instant.atZone(OFFICE).getHour();
        return from <= until ? hour >= from && hour < until : hour >= from || hour < until;
    }
}
