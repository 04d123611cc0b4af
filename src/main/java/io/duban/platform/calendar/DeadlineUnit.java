package io.duban.platform.calendar;

/** What a deadline is counted in. */
public enum DeadlineUnit {
    WORKING_DAY(true, true, "个工作日", "working day"),
    /** Runs only inside office hours of working days. */
    WORKING_HOUR(false, true, "个工作小时", "working hour"),
    /** Runs day and night. */
    NATURAL_HOUR(false, false, "小时", "hour"),
    /** Runs day and night. */
    NATURAL_MINUTE(false, false, "分钟", "minute"),
    NATURAL_DAY(true, true, "日", "day"),
    NATURAL_MONTH(true, true, "个月", "month");

    private final boolean countsDays;
    private final boolean usesCalendar;
    private final String label;
    private final String english;

    DeadlineUnit(boolean countsDays, boolean usesCalendar, String label, String english) {
        this.countsDays = countsDays;
        this.usesCalendar = usesCalendar;
        this.label = label;
        this.english = english;
    }

    /** Whole days: the day of the trigger does not count and a cut-off ends the last one. */
    boolean countsDays() {
        return countsDays;
    }

    /** Whether the result depends on which days are worked. */
    boolean usesCalendar() {
        return usesCalendar;
    }

    String label() {
        return label;
    }

    String english() {
        return english;
    }
}
