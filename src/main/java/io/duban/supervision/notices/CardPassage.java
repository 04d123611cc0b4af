package io.duban.supervision.notices;

import io.duban.platform.calendar.Deadline;
import java.time.Instant;

/**
 * What a card takes with it when it goes out.
 *
 * @param signBy the clock of the unit's signing for it
 * @param objectUntil until when the unit may object
 */
record CardPassage(NoticeNumbers.Taken number, Deadline signBy, Instant objectUntil) {}
