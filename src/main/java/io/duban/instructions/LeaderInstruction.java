package io.duban.instructions;

import static io.duban.instructions.InstructionMove.*;
import static io.duban.instructions.InstructionStatus.*;

import io.duban.instructions.InstructionIntake.Category;
import io.duban.instructions.InstructionIntake.LeadersWords;
import io.duban.platform.calendar.AlertLight;
import io.duban.platform.calendar.Deadline;
import io.duban.platform.commands.Command;
import io.duban.platform.events.Audience;
import io.duban.platform.events.Subject;
import io.duban.platform.identity.Recusal;
import io.duban.platform.identity.Role;
import io.duban.platform.problem.Refusal;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A leader's exact words (批示) and what became of them; the words never change.
 *
 * @param parentId the instruction these words continue
 */
@Table("leader_instruction")
record LeaderInstruction(
        @Id UUID id,
        long version,
        InstructionStatus status,
        UUID leaderId,
        boolean chief,
        @Nullable UUID parentId,
        @Embedded.Empty LeadersWords words,
        @Embedded.Empty Course course,
        Instant recordedAt,
        Instant changedAt,
        Set<UUID> unitIds,
        Set<UUID> participantIds)
        implements Subject {

    static final String SUBJECT_TYPE = "instruction.leader";

    /** The clock of the feedback to the leader. */
    static final String FEEDBACK = "HANDLE";

    /** The leader writes it himself. */
    static LeaderInstruction written(UUID id, @Nullable UUID parent, LeadersWords words, Command command) {
        return written(id, parent, words, Set.of(), command);
    }

    /** On what somebody is kept away from, and so from the instruction: {@code recused} are the marks, see {@link io.duban.platform.identity.Recusal}. */
    static LeaderInstruction written(
            UUID id, @Nullable UUID parent, LeadersWords words, Set<UUID> recused, Command command) {
        var leader = command.officer();
        return of(id, parent, leader.id(), leader.has(Role.CHIEF_LEADER), words, Course.NONE, recused, command);
    }

    /** The office writes down what he said. */
    static LeaderInstruction heard(
            UUID id, UUID leader, boolean chief, LeadersWords words, Course.Hearing hearing, Command command) {
        return of(id, null, leader, chief, words, Course.NONE.with(hearing), Set.of(), command);
    }

    private static LeaderInstruction of(
            UUID id,
            @Nullable UUID parent,
            UUID leader,
            boolean chief,
            LeadersWords words,
            Course course,
            Set<UUID> recused,
            Command command) {
        requireSense(words, command.now());
        var people = new HashSet<>(words.addresseeIds());
        people.add(leader);
        people.addAll(recused);
        if (words.coordinatingLeaderId() != null) {
            people.add(words.coordinatingLeaderId());
        }
        return new LeaderInstruction(
                id,
                1,
                words.category().asksForAction() ? RECORDED : NO_ACTION_NEEDED,
                leader,
                chief,
                parent,
                words,
                course,
                command.now(),
                command.now(),
                Set.of(),
                people);
    }

    private static void requireSense(LeadersWords words, Instant now) {
        if ((words.category() == Category.COORDINATE) != (words.coordinatingLeaderId() != null)) {
            throw Refusal.invalid(
                    "/coordinatingLeaderId",
                    "请某位领导牵头的批示须写明该领导,其他批示不写。",
                    "COORDINATE names the leader who takes the lead, and nothing else does.");
        }
        if (words.leaderDueAt() != null && !words.leaderDueAt().isAfter(now)) {
            throw Refusal.invalid("/leaderDueAt", "要求的办结时间已过。", "The date he sets is past.");
        }
    }

    /** Whether the leader who is to coordinate has still to speak. */
    boolean awaitsLead() {
        return words.category() == Category.COORDINATE && course.handling().ledAt() == null;
    }

    /** Whether the leader has been silent on the report for so long that it is shown as awaiting his strike-off (待销号). */
    boolean awaitingStrikeOff(Instant now) {
        var from = course.report().silentFrom();
        return status == REPORTED && from != null && !now.isBefore(from);
    }

    LeaderInstruction assigned(
            InstructionMove move, Decomposition tasks, Deadline due, @Nullable UUID matter, Command command) {
        var handling = course.handling().decomposed(tasks.id()).assigned(due, matter);
        var units = tasks.unitIds();
        var people = new HashSet<>(participantIds);
        people.addAll(units);
        return with(move.after(status), course.with(handling), units, people, command.now());
    }

    /** The same words one version on. */
    LeaderInstruction after(InstructionMove move, Course next, Instant now) {
        return with(move.after(status), next, unitIds, participantIds, now);
    }

    /** The next version, kept from whoever is kept away now from what it was written on. */
    LeaderInstruction keptFrom(Set<UUID> marks, Instant now) {
        return with(status, course, unitIds, Recusal.instead(participantIds, marks), now);
    }

    private LeaderInstruction with(InstructionStatus to, Course next, Set<UUID> units, Set<UUID> people, Instant now) {
        return new LeaderInstruction(
                id, version + 1, to, leaderId, chief, parentId, words, next, recordedAt, now, units, people);
    }

    @Override
    public String subjectType() {
        return SUBJECT_TYPE;
    }

    @Override
    public String title() {
        return words.title();
    }

    @Override
    public String state() {
        return status.name();
    }

    @Override
    public Audience audience() {
        return new Audience("doc:read", unitIds, participantIds);
    }

    @Override
    public @Nullable Instant dueAt() {
        return course.handling().dueAt();
    }

    @Override
    public AlertLight light(Instant now) {
        var running = status == ASSIGNED || status == IN_PROGRESS;
        return AlertLight.of(now, course.handling().warnAt(), dueAt(), !running);
    }
}
