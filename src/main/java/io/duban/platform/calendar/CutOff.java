package io.duban.platform.calendar;

/** The moment of the last day at which a period counted in days ends. */
public enum CutOff {
    /** 24:00, the instant at which the next day begins. */
    END_OF_DAY,
    OFFICE_CLOSE,
    /** For hours and minutes, which end where they end. */
    NONE
}
