package io.duban.platform.statistics;

/** Which items a figure of a period is about: those to which this happened in it, or whose day this is. */
public enum Cohort {
    DUE,
    ISSUED,
    SIGNED,
    REVIEWED,
    REGISTERED,
    FINISHED,
    HANDLED,
    STRUCK_OFF,
    RECEIVED,
    DISPATCHED,
    CALLED_BACK,
    CLOSED,
    EVENT,
    NOW
}
