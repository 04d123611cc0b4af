package io.duban.platform.events;

/** How loud an event is (domain 0.5). ACTION and URGENT events also open to-dos, so that losing the stream loses no duty. */
public enum Priority {
    URGENT,
    ACTION,
    REMINDER,
    INFO
}
