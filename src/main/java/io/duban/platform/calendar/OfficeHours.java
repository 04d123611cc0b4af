package io.duban.platform.calendar;

import java.time.LocalTime;
import java.util.List;

/**
 * When the office is open on a working day.
 *
 * @param sessions in the order of the day, without overlap
 */
record OfficeHours(List<Session> sessions) {

    static final OfficeHours USUAL = new OfficeHours(List.of(
            new Session(LocalTime.of(8, 30), LocalTime.of(12, 0)),
            new Session(LocalTime.of(14, 30), LocalTime.of(17, 30))));

    OfficeHours {
        sessions = List.copyOf(sessions);
        if (sessions.isEmpty()) {
            throw new IllegalArgumentException("an office that never opens has no deadlines");
        }
        for (int later = 1; later < sessions.size(); later++) {
            if (sessions.get(later).opens().isBefore(sessions.get(later - 1).closes())) {
                throw new IllegalArgumentException("office sessions overlap or are out of order: " + sessions);
            }
        }
    }

    /** The end of the last session. */
    LocalTime close() {
        return sessions.get(sessions.size() - 1).closes();
    }

    /** One stretch of work without a break. */
    record Session(LocalTime opens, LocalTime closes) {

        Session {
            if (!opens.isBefore(closes)) {
                throw new IllegalArgumentException("an office session must open before it closes: " + opens);
            }
        }
    }
}
