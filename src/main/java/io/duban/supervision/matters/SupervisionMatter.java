package io.duban.supervision.matters;

import static io.duban.supervision.matters.MatterMove.*;

import io.duban.platform.commands.Command;
import io.duban.platform.identity.Role;
import io.duban.platform.persistence.Versioned;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
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
        Instant createdAt,
        Instant changedAt,
        @Nullable Instant handledAt,
        Set<UUID> unitIds,
        Set<UUID> participantIds)
        implements Versioned {

    static final String SUBJECT_TYPE = "supervision.matter";

    public static SupervisionMatter draft(UUID id, Brief brief, Hands hands, Instant now) {
        brief.requireBasis();
        return new SupervisionMatter(
                id,
                1,
                SupervisionMatterStatus.DRAFT,
                brief,
                hands,
                Term.NONE,
                now,
                now,
                null,
                Set.of(),
                participants(brief, hands));
    }

    SupervisionMatter submit(Command command) {
        SUBMIT_MATTER.check(status, version, command);
        return moved(SUBMIT_MATTER, hands.submitted(command.officer().id()), command);
    }

    /** Approves, returns or cancels: the chief leader, or the office director for everyday follow-up. */
    SupervisionMatter decide(MatterMove verdict, @Nullable String opinion, Command command) {
        verdict.check(status, version, command);
        if (!command.officer().has(Role.CHIEF_LEADER) && brief.kind() != Brief.Kind.ROUTINE) {
            throw Refusal.of(
                    RefusalCode.E_GEN_SCOPE, "办公室主任只能审批日常督办事项。", "The office director approves ROUTINE matters only.");
        }
        command.requireCovers(unitIds, brief.kind() != Brief.Kind.ROUTINE);
        if (hands.areOf(command.persons())) {
            throw selfApproval();
        }
        if (verdict != APPROVE_MATTER && (opinion == null || opinion.isBlank())) {
            throw Refusal.invalid("/opinion", "退回或撤销须写明意见。", "Say why it is returned or cancelled.");
        }
        var approved =
                verdict == APPROVE_MATTER ? hands.approved(command.officer().id()) : hands;
        return moved(verdict, approved, command);
    }

    SupervisionMatter issue(
            Collection<SupervisionAssignment> assignments, Set<UUID> fieldSupervisors, Command command) {
        ISSUE_NOTICE.check(status, version, command);
        var units = assignments.stream().map(SupervisionAssignment::unitId).collect(Collectors.toSet());
        return next(
                ISSUE_NOTICE.to(),
                hands.issued(command.officer().id(), fieldSupervisors),
                Term.NONE.after(assignments),
                units,
                command.now());
    }

    /** What a unit's step, or a review of it, makes of the matter. */
    SupervisionMatter after(AssignmentMove step, Collection<SupervisionAssignment> assignments, Instant now) {
        var hostsAccepted = assignments.stream()
                .filter(SupervisionAssignment::isHost)
                .allMatch(assignment -> assignment.status() == AssignmentStatus.ACCEPTED);
        var to = status;
        if (step == AssignmentMove.SIGN_FOR && BEGIN.from().contains(status)) {
            to = BEGIN.to();
        } else if (step == AssignmentMove.ACCEPT
                && hostsAccepted
                && AWAIT_VERIFICATION.from().contains(status)) {
            to = AWAIT_VERIFICATION.to();
        }
        var units = Stream.concat(unitIds.stream(), assignments.stream().map(SupervisionAssignment::unitId));
        return next(to, hands, term.after(assignments), units.collect(Collectors.toSet()), now);
    }

    /** What was asked, decided or said about a unit's part without moving it. */
    SupervisionMatter touchedBy(Collection<SupervisionAssignment> assignments, Instant now) {
        return next(status, hands, term.after(assignments), unitIds, now);
    }

    SupervisionMatter verificationFailed(Collection<SupervisionAssignment> again, Command command) {
        return next(VERIFICATION_FAILED.to(), hands, term.after(again), unitIds, command.now());
    }

    /**
     * @param recordAuthors who submitted a field record of it
     */
    SupervisionMatter markHandled(Set<UUID> recordAuthors, Command command) {
        MARK_HANDLED.check(status, version, command);
        if (brief.physicalResult() && recordAuthors.isEmpty()) {
            throw Refusal.of(
                    RefusalCode.E_SUP_NO_FIELD_CHECK,
                    "有实物结果的事项须有现场核查记录才能办结。",
                    "A physical result is not handled without a field record.");
        }
        if (command.persons().stream().anyMatch(recordAuthors::contains)) {
            throw selfApproval();
        }
        return moved(MARK_HANDLED, hands.handled(command.officer().id()), command);
    }

    /** Its conclusion is issued; who may see to that is a matter of the conclusion. */
    SupervisionMatter conclude(Instant now) {
        if (!CONCLUDE.from().contains(status)) {
            throw Refusal.illegalState(CONCLUDE.name(), status.name(), List.of());
        }
        return next(CONCLUDE.to(), hands, term, unitIds, now);
    }

    SupervisionMatter strikeOff(Command command) {
        STRIKE_OFF.check(status, version, command);
        requireOwner(command);
        return moved(STRIKE_OFF, hands.struckOff(command), command);
    }

    SupervisionMatter instructAgain(Collection<SupervisionAssignment> again, Command command) {
        return next(INSTRUCT_AGAIN.to(), hands, term.after(again), unitIds, command.now());
    }

    /** An inspection was begun or its record submitted: whoever decided on the matter before has to look again. */
    public SupervisionMatter touched(Instant now) {
        return next(status, hands, term, unitIds, now);
    }

    /** Only who asked for it, or let it be opened, says that it is done. */
    void requireOwner(Command command) {
        command.requireCovers(unitIds, false);
        var officer = command.officer().id();
        if (!officer.equals(brief.instructingLeaderId()) && !officer.equals(hands.approvedById())) {
            throw Refusal.of(
                    RefusalCode.E_SUP_NOT_OWNER,
                    "只有交办领导或批准立项的人可以销号或再办。",
                    "Only the instructing leader or who approved the matter strikes it off or instructs again.");
        }
    }

    public void requireUnderWay(String step) {
        if (!status.isUnderWay()) {
            throw Refusal.illegalState(step, status.name(), List.of());
        }
    }

    private SupervisionMatter moved(MatterMove move, Hands through, Command command) {
        return next(move.to(), through, term, unitIds, command.now());
    }

    private SupervisionMatter next(
            SupervisionMatterStatus to, Hands through, Term until, Set<UUID> units, Instant now) {
        var people = new HashSet<>(participantIds);
        people.addAll(participants(brief, through));
        var handled = to == MARK_HANDLED.to() && status != to ? now : handledAt;
        return new SupervisionMatter(
                id, version + 1, to, brief, through, until, createdAt, now, handled, units, people);
    }

    private static Set<UUID> participants(Brief brief, Hands hands) {
        var people = new HashSet<>(hands.all());
        if (brief.instructingLeaderId() != null) {
            people.add(brief.instructingLeaderId());
        }
        return people;
    }

    private static Refusal selfApproval() {
        return Refusal.of(
                RefusalCode.E_GEN_SELF_APPROVAL,
                "不能审批自己起草、报送或核查的事项。",
                "Nobody decides on what he drafted, submitted or inspected himself.");
    }
}
