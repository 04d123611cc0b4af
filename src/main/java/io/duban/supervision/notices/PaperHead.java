package io.duban.supervision.notices;

import io.duban.platform.commands.Command;
import io.duban.platform.identity.Reach;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What every paper of the supervision office has at its head.
 *
 * @param matterId the matter it belongs to; null when it stands by itself
 * @param title what it is about, without personal data: it travels on the stream
 * @param label its number as it is printed; null until it is issued
 * @param delivered whether units may see it now
 * @param opinion what was said when it was decided on; null where nothing was, or where it is masked for a reader
 * @param dueAt of the step it waits for; null when no clock runs
 * @param unitIds the units that may see it; empty until it is delivered
 * @param participantIds people of the office and leaders through whose hands it went
 */
record PaperHead(
        @Nullable UUID matterId,
        String title,
        @Nullable String label,
        boolean delivered,
        @Nullable String opinion,
        Instant createdAt,
        Instant changedAt,
        @Nullable Instant dueAt,
        Set<UUID> unitIds,
        Set<UUID> participantIds) {

    static PaperHead drafted(@Nullable UUID matterId, String title, Set<UUID> people, Instant now) {
        return new PaperHead(matterId, title, null, false, null, now, now, null, Set.of(), people);
    }

    /** A step of the office or of a leader: he is a participant from now on. */
    PaperHead by(Command command) {
        var people = new HashSet<>(participantIds);
        people.addAll(command.persons());
        return new PaperHead(
                matterId,
                title,
                label,
                delivered,
                opinion,
                createdAt,
                command.now(),
                dueAt,
                unitIds,
                Set.copyOf(people));
    }

    /** A step of a unit, whose people see it by their unit only, or of nobody. */
    PaperHead at(Instant now) {
        return new PaperHead(
                matterId, title, label, delivered, opinion, createdAt, now, dueAt, unitIds, participantIds);
    }

    /** As {@link #by}, with what he said to it. */
    PaperHead decided(@Nullable String words, Command command) {
        return by(command).saying(words);
    }

    PaperHead saying(@Nullable String words) {
        return new PaperHead(
                matterId, title, label, delivered, words, createdAt, changedAt, dueAt, unitIds, participantIds);
    }

    PaperHead due(@Nullable Instant when) {
        return new PaperHead(
                matterId, title, label, delivered, opinion, createdAt, changedAt, when, unitIds, participantIds);
    }

    PaperHead entitled(String words) {
        return new PaperHead(
                matterId, words, label, delivered, opinion, createdAt, changedAt, dueAt, unitIds, participantIds);
    }

    PaperHead numbered(String number) {
        return new PaperHead(
                matterId, title, number, delivered, opinion, createdAt, changedAt, dueAt, unitIds, participantIds);
    }

    PaperHead deliveredTo(Set<UUID> units) {
        return new PaperHead(matterId, title, label, true, opinion, createdAt, changedAt, dueAt, units, participantIds);
    }

    /** Back on the office's desk: units no longer see what is being written anew. */
    PaperHead takenBack() {
        return new PaperHead(
                matterId, title, label, false, opinion, createdAt, changedAt, null, Set.of(), participantIds);
    }

    /** Whether an officer may know of it. What is masked for him he sees only once it was delivered. */
    boolean isIn(Reach reach) {
        return delivered ? reach.covers(unitIds, participantIds) : reach.clear().covers(Set.of(), participantIds);
    }
}
