package io.duban.platform.events;

import io.duban.platform.calendar.AlertLight;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened, made from what was saved: {@code type} is {@code module.entity.verb} in the past tense (domain 0.5).
 *
 * @param addressees persons it is addressed to, beside those a to-do is opened for
 * @param facts what statistics read in the log, see {@link Subject#loggedFacts()}; empty: nothing is kept
 */
public record Event(
        String type,
        Priority priority,
        String subjectType,
        UUID subjectId,
        long subjectVersion,
        String title,
        String state,
        Audience audience,
        Set<UUID> addressees,
        @Nullable Instant dueAt,
        AlertLight light,
        Instant occurredAt,
        Map<String, String> facts) {

    /** An event without facts. */
    public Event(
            String type,
            Priority priority,
            String subjectType,
            UUID subjectId,
            long subjectVersion,
            String title,
            String state,
            Audience audience,
            Set<UUID> addressees,
            @Nullable Instant dueAt,
            AlertLight light,
            Instant occurredAt) {
        this(
                type,
                priority,
                subjectType,
                subjectId,
                subjectVersion,
                title,
                state,
                audience,
                addressees,
                dueAt,
                light,
                occurredAt,
                Map.of());
    }

    /** An event about a subject as it was saved: {@code Event.of("dispatched", ACTION, ticket, now)}. */
    public static Event of(String verb, Priority priority, Subject subject, Instant occurredAt) {
        return new Event(
                subject.subjectType() + "." + verb,
                priority,
                subject.subjectType(),
                subject.id(),
                subject.version(),
                subject.title(),
                subject.state(),
                subject.audience(),
                Set.of(),
                subject.dueAt(),
                subject.light(occurredAt),
                occurredAt,
                subject.loggedFacts());
    }

    /** The same event, addressed to these persons. */
    public Event to(Set<UUID> persons) {
        return with(audience, persons, facts);
    }

    /**
     * The same event for units that have no part in the subject any more, and for nobody else: the last they hear of it. It is announced before the
     * one that says whose the subject is from now on.
     */
    public Event lastTo(Set<UUID> units) {
        return with(audience.onlyOf(units), units, facts);
    }

    /** The same event, with a fact of the step beside those of its subject; null states nothing. */
    public Event stating(String name, @Nullable Object value) {
        return with(audience, addressees, Facts.of(facts).with(name, value).known());
    }

    private Event with(Audience audience, Set<UUID> addressees, Map<String, String> facts) {
        return new Event(
                type,
                priority,
                subjectType,
                subjectId,
                subjectVersion,
                title,
                state,
                audience,
                addressees,
                dueAt,
                light,
                occurredAt,
                facts);
    }
}
