package io.duban.supervision.matters;

import static io.duban.supervision.matters.MatterMove.*;

import io.duban.platform.commands.Command;
import io.duban.platform.persistence.Versioned;
import io.duban.platform.problem.Refusal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/** A supervision matter (督查事项); every change goes through a {@link MatterMove}, and every step of a unit makes its next version. */
@Table("supervision_matter")
public record SupervisionMatter(
        @Id UUID id,
        long version,
        SupervisionMatterStatus status,
        @Embedded.Empty Brief brief,
        @Embedded.Empty Hands hands,
        @Embedded.Empty Term term,
        @Embedded.Empty Origin origin,
        @Embedded.Empty Course course,
        Instant createdAt,
        Instant changedAt,
        @Nullable Instant handledAt,
        Set<UUID> unitIds,
        Set<UUID> participantIds)
        implements Versioned {

    static final String SUBJECT_TYPE = "supervision.matter";

    /** @param recused the marks of whoever is kept away from it, see {@link io.duban.platform.identity.Recusal} */
    public static SupervisionMatter draft(
            UUID id, Brief brief, Origin origin, Hands hands, Set<UUID> recused, Instant now) {
        var people = hands.with(brief);
        people.addAll(recused);
        brief.requireBasis();
        origin.requireComplete(brief);
        return new SupervisionMatter(
                id,
                1,
                SupervisionMatterStatus.DRAFT,
                brief,
                hands,
                Term.NONE,
                origin,
                Course.NONE,
                now,
                now,
                null,
                Set.of(),
                people);
    }

    /** Puts other contents in the place of a draft's, such as one that was returned; who drafted it stays. */
    SupervisionMatter amend(Brief contents, Origin from, Command command) {
        AMEND_MATTER.check(status, version, command);
        contents.requireBasis();
        from.by(origin.designationId()).requireComplete(contents);
        return next(AMEND_MATTER.to(), contents, hands, term, course, unitIds, command.now())
                .with(contents, term, from.by(origin.designationId()), course);
    }

    /** @param capOverrideReason why it is put up although an object is over its frequency cap; null when none is */
    SupervisionMatter submit(@Nullable String capOverrideReason, Command command) {
        SUBMIT_MATTER.check(status, version, command);
        origin.requireComplete(brief);
        return moved(
                SUBMIT_MATTER, hands.submitted(command.officer().id()), course.overriding(capOverrideReason), command);
    }

    /** Approves or returns what was put up: by the post {@link Approver} names, never by who drafted or submitted it. */
    SupervisionMatter decide(MatterMove verdict, @Nullable String opinion, Command command) {
        verdict.check(status, version, command);
        new Approver(brief).require(this, command);
        hands.requireNotOf(command);
        if (verdict == RETURN_MATTER) {
            MatterEnding.requireReason(opinion);
        }
        var approved =
                verdict == APPROVE_MATTER ? hands.approved(command.officer().id()) : hands;
        return moved(verdict, approved, course, command);
    }

    SupervisionMatter issue(
            Collection<SupervisionAssignment> assignments, Set<UUID> fieldSupervisors, Command command) {
        ISSUE_NOTICE.check(status, version, command);
        var units = assignments.stream().map(SupervisionAssignment::unitId).collect(Collectors.toSet());
        if (!brief.objectUnitIds().containsAll(units)) {
            throw ScopeChange.notApproved();
        }
        var issued = hands.issued(command.officer().id(), fieldSupervisors);
        return next(ISSUE_NOTICE.to(), brief, issued, Term.NONE.after(assignments), course, units, command.now());
    }

    /** What a unit's step, or a review of it, makes of the matter. */
    SupervisionMatter after(AssignmentMove step, Collection<SupervisionAssignment> assignments, Instant now) {
        var hostsAccepted = assignments.stream()
                .filter(SupervisionAssignment::isHost)
                .allMatch(assignment -> assignment.status().isThrough());
        var to = status;
        if (step == AssignmentMove.SIGN_FOR && BEGIN.from().contains(status)) {
            to = BEGIN.to();
        } else if (step == AssignmentMove.ACCEPT
                && hostsAccepted
                && AWAIT_VERIFICATION.from().contains(status)) {
            to = AWAIT_VERIFICATION.to();
        }
        var parts = assignments.stream().filter(part -> part.status() != AssignmentStatus.RELEASED);
        var units = Stream.concat(unitIds.stream(), parts.map(SupervisionAssignment::unitId));
        return next(to, brief, hands, term.after(assignments), course, units.collect(Collectors.toSet()), now);
    }

    /** What was asked, decided or said about a unit's part without moving it. */
    SupervisionMatter touchedBy(Collection<SupervisionAssignment> assignments, Instant now) {
        return next(status, brief, hands, term.after(assignments), course, unitIds, now);
    }

    /** These units go into another round of it: the verification failed, the leader asked again, or it came back. */
    SupervisionMatter again(
            MatterMove move, Collection<SupervisionAssignment> parts, Set<UUID> units, Command command) {
        return next(move.to(), brief, hands, term.after(parts), course.open(units), unitIds, command.now());
    }

    /**
     * @param recordAuthors who submitted a field record of it
     * @param citizen what the citizen said of the result
     */
    SupervisionMatter markHandled(Set<UUID> recordAuthors, Course.Answer citizen, Command command) {
        MARK_HANDLED.check(status, version, command);
        new Verification(brief, origin, recordAuthors).require(citizen, command);
        var through = hands.handled(command.officer().id());
        return moved(MARK_HANDLED, through, course.answered(citizen), command);
    }

    SupervisionMatter strikeOff(Command command) {
        STRIKE_OFF.check(status, version, command);
        new Owner(this).require(command);
        return moved(STRIKE_OFF, hands.struckOff(command), course.struckOff(brief.objectUnitIds()), command);
    }

    /** An inspection was begun or its record submitted: whoever decided on the matter before has to look again. */
    public SupervisionMatter touched(Instant now) {
        return next(status, brief, hands, term, course, unitIds, now);
    }

    public void requireUnderWay(String step) {
        if (!status.isUnderWay()) {
            throw Refusal.illegalState(step, status.name(), List.of());
        }
    }

    SupervisionMatter moved(MatterMove move, Hands through, Course way, Command command) {
        return next(move.to(), brief, through, term, way, unitIds, command.now());
    }

    /** The next version; whoever had a hand in it stays a participant. */
    SupervisionMatter next(
            SupervisionMatterStatus to,
            Brief about,
            Hands through,
            Term until,
            Course way,
            Set<UUID> units,
            Instant now) {
        var people = new HashSet<>(participantIds);
        people.addAll(through.with(about));
        var handled = to == MARK_HANDLED.to() && to != status ? now : handledAt;
        return new SupervisionMatter(
                id, version + 1, to, about, through, until, origin, way, createdAt, now, handled, units, people);
    }

    /** The same version with other contents: what the step that makes it decides beside the state. */
    SupervisionMatter with(Brief about, Term until, Origin from, Course way) {
        return new SupervisionMatter(
                id,
                version,
                status,
                about,
                hands,
                until,
                from,
                way,
                createdAt,
                changedAt,
                handledAt,
                unitIds,
                participantIds);
    }
}
