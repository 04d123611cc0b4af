package io.duban.supervision.matters;

import io.duban.platform.commands.Command;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The turns a matter takes beside its straight way: aside and back, given up, of another scope, in other hands. */
final class MatterTurns {

    private MatterTurns() {}

    /** A step of the approver that leads aside, or back. */
    static SupervisionMatter turned(SupervisionMatter matter, MatterMove move, Command command) {
        move.check(matter.status(), matter.version(), command);
        new Approver(matter.brief()).require(matter, command);
        return matter.moved(move, matter.hands(), matter.course(), command);
    }

    /** Given up, from the draft until units are at work; by the approver, but never by who runs it. */
    static SupervisionMatter cancelled(
            SupervisionMatter matter, @Nullable String reason, boolean wrongLevel, Command command) {
        MatterMove.CANCEL_MATTER.check(matter.status(), matter.version(), command);
        new Approver(matter.brief()).require(matter, command);
        matter.hands().requireNotOf(command);
        MatterEnding.requireReason(reason);
        return matter.moved(
                MatterMove.CANCEL_MATTER, matter.hands(), matter.course().onWrongLevel(wrongLevel), command);
    }

    /** The same version under another date. */
    static SupervisionMatter dated(SupervisionMatter matter, Term until) {
        return matter.with(matter.brief(), until, matter.origin(), matter.course());
    }

    /**
     * The same version with other units among its objects and among those with a part in it. Where those that are left have all been accepted, it
     * waits for its verification, as after the last acceptance.
     */
    static SupervisionMatter rescoped(
            SupervisionMatter matter, ScopeChange.Wish wish, Collection<SupervisionAssignment> parts) {
        var settled = parts.stream()
                .filter(SupervisionAssignment::isHost)
                .allMatch(part -> part.status().isThrough());
        return of(
                matter,
                settled ? MatterMove.AWAIT_VERIFICATION.to() : matter.status(),
                matter.version(),
                matter.brief().about(wish.appliedTo(matter.brief().objectUnitIds())),
                matter.term().after(parts),
                matter.course(),
                wish.appliedTo(matter.unitIds()),
                Set.of(),
                matter.changedAt());
    }

    /** The next version in another leader's hands. */
    static SupervisionMatter ownedBy(SupervisionMatter matter, UUID leader, Instant now) {
        return of(
                matter,
                matter.status(),
                matter.version() + 1,
                matter.brief().instructedBy(leader),
                matter.term(),
                matter.course(),
                matter.unitIds(),
                Set.of(leader),
                now);
    }

    /** The next version with one unit in the place of another. */
    static SupervisionMatter passedOn(SupervisionMatter matter, UUID unit, UUID successor, Instant now) {
        return of(
                matter,
                matter.status(),
                matter.version() + 1,
                matter.brief().about(replaced(matter.brief().objectUnitIds(), unit, successor)),
                matter.term(),
                matter.course(),
                replaced(matter.unitIds(), unit, successor),
                Set.of(),
                now);
    }

    /** The next version, to which another matter's leader comes as a follower. */
    static SupervisionMatter joined(SupervisionMatter matter, @Nullable UUID leader, Course way, Instant now) {
        return of(
                matter,
                matter.status(),
                matter.version() + 1,
                matter.brief(),
                matter.term(),
                way,
                matter.unitIds(),
                leader == null ? Set.of() : Set.of(leader),
                now);
    }

    /** The next version, of which something was noted. */
    static SupervisionMatter noted(SupervisionMatter matter, Course way, Instant now) {
        return of(
                matter,
                matter.status(),
                matter.version() + 1,
                matter.brief(),
                matter.term(),
                way,
                matter.unitIds(),
                Set.of(),
                now);
    }

    private static SupervisionMatter of(
            SupervisionMatter matter,
            SupervisionMatterStatus status,
            long version,
            Brief brief,
            Term term,
            Course course,
            Set<UUID> units,
            Set<UUID> followers,
            Instant changedAt) {
        var people = new HashSet<>(matter.participantIds());
        people.addAll(followers);
        return new SupervisionMatter(
                matter.id(),
                version,
                status,
                brief,
                matter.hands(),
                term,
                matter.origin(),
                course,
                matter.createdAt(),
                changedAt,
                matter.handledAt(),
                units,
                people);
    }

    private static Set<UUID> replaced(Set<UUID> units, UUID unit, UUID successor) {
        var all = new HashSet<>(units);
        if (all.remove(unit)) {
            all.add(successor);
        }
        return all;
    }
}
