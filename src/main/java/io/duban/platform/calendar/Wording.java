package io.duban.platform.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The sentences of an explanation in one language. */
interface Wording {

    /** English where asked for, else Chinese. */
    static Wording of(@Nullable Locale locale) {
        return locale != null && "en".equals(locale.getLanguage()) ? new EnglishWording() : new ChineseWording();
    }

    /** The rule and where it comes from. */
    String basis(DeadlineRule rule, DeadlineExplanation.Kind kind);

    String trigger(Instant at, boolean dayCounts);

    /** A day that differs from the plain week, or is no working day. */
    String remark(LocalDate day, DayKind kind, boolean countsWork);

    String provisional(int year);

    String due(String calendarVersion, Instant at);

    String change(DeadlineChange change);

    String suspended(Instant since);

    String dueNow(Instant at);

    String otherCalendar(String version);

    String date(LocalDate day);

    /** The instant as an end: midnight is 24:00 of the day before. */
    default String end(Instant due) {
        boolean midnight = LocalTime.ofInstant(due, WorkCalendar.ZONE).equals(LocalTime.MIDNIGHT);
        return midnight ? join(date(WorkingTime.dayEndingAt(due)), "24:00") : moment(due);
    }

    default String moment(Instant instant) {
        LocalTime time = LocalTime.ofInstant(instant, WorkCalendar.ZONE);
        return join(date(WorkingTime.dayOf(instant)), "%02d:%02d".formatted(time.getHour(), time.getMinute()));
    }

    String join(String date, String time);
}
