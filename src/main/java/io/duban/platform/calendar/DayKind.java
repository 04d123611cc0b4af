package io.duban.platform.calendar;

/** How one calendar day counts, and why. */
enum DayKind {
    ORDINARY(true, "工作日"),
    /** Marked {@code WORK} by the yearly notice: a weekend day worked in exchange for a longer holiday. */
    MADE_UP(true, "调休上班"),
    WEEKEND(false, "周末"),
    /** Marked {@code OFF} by the yearly notice. */
    HOLIDAY(false, "放假"),
    /** Off by law in a year whose notice is not loaded. */
    STATUTORY(false, "法定节日");

    private final boolean working;
    private final String label;

    DayKind(boolean working, String label) {
        this.working = working;
        this.label = label;
    }

    boolean isWorking() {
        return working;
    }

    String label() {
        return label;
    }
}
