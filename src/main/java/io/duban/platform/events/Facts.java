package io.duban.platform.events;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Puts together what an event keeps in the log for statistics: names and short values. Instants are written in UTC with six decimals always, so that
 * they sort as text; the SQL function {@code fact_time} writes the same.
 */
public final class Facts {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private final Map<String, String> known;

    private Facts(Map<String, String> known) {
        this.known = new TreeMap<>(known);
    }

    public static Facts none() {
        return new Facts(Map.of());
    }

    public static Facts of(Map<String, String> known) {
        return new Facts(known);
    }

    /** States one more; null states nothing. */
    public Facts with(String name, @Nullable Object value) {
        if (value != null) {
            known.put(name, value instanceof Instant instant ? TIME.format(instant) : value.toString());
        }
        return this;
    }

    public Map<String, String> known() {
        return Collections.unmodifiableMap(known);
    }
}
