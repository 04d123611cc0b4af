package io.duban.platform.calendar;

/** How one calendar day counts, and why. */
public enum DayKind {
    ORDINARY(true, "工作日", "working day"),
    /** Marked {@code WORK} by the yearly notice: a weekend day worked in exchange for a longer holiday. */
    MADE_UP(true, "调休上班", "weekend day worked"),
    WEEKEND(false, "周末", "weekend"),
    /** Marked {@code OFF} by the yearly notice. */
    HOLIDAY(false, "放假", "holiday"),
    /** Off by law in a year whose notice is not loaded. */
    STATUTORY(false, "法定节日", "statutory holiday");

    private final boolean working;
    private final String label;
    private final String english;

    DayKind(boolean working, String label, String english) {
        this.working = working;
        this.label = label;
        this.english = english;
    }

    boolean isWorking() {
        return working;
    }

    String label() {
        return label;
    }

    String english() {
        return english;
    }
}
