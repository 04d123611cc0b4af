package io.duban.platform.calendar;

/** What a deadline is counted in. */
enum DeadlineUnit {
    WORKING_DAY(true, true, "个工作日"),
    /** Runs only inside office hours of working days. */
    WORKING_HOUR(false, true, "个工作小时"),
    /** Runs day and night. */
    NATURAL_HOUR(false, false, "小时"),
    /** Runs day and night. */
    NATURAL_MINUTE(false, false, "分钟"),
    NATURAL_DAY(true, true, "日"),
    NATURAL_MONTH(true, true, "个月");

    private final boolean countsDays;
    private final boolean usesCalendar;
    private final String label;

    DeadlineUnit(boolean countsDays, boolean usesCalendar, String label) {
        this.countsDays = countsDays;
        this.usesCalendar = usesCalendar;
        this.label = label;
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
}
