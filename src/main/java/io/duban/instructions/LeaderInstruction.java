package io.duban.instructions;

import static io.duban.instructions.InstructionStatus.*;

import io.duban.platform.calendar.AlertLight;
import io.duban.platform.calendar.Deadline;
import io.duban.platform.commands.Command;
import io.duban.platform.events.Audience;
import io.duban.platform.events.Subject;
import io.duban.platform.identity.Role;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** A leader's exact words (批示) and what became of them; the words never change. */
@Table("leader_instruction")
record LeaderInstruction(
        @Id UUID id,
        long version,
        InstructionStatus status,
        UUID leaderId,
        boolean chief,
        String title,
        String exactWords,
        Category category,
        Urgency urgency,
        @Nullable String report,
        Instant recordedAt,
        Instant changedAt,
        @Nullable Instant dueAt,
        @Nullable Instant warnAt,
        Set<UUID> unitIds,
        Set<UUID> participantIds)
        implements Subject {

    /** The clock of the feedback to the leader. */
    static final String FEEDBACK = "HANDLE";

    /** What the words ask for. */
    enum Category {
        READ,
        AGREE,
        DISAGREE,
        ACT,
        ACT_AND_REPORT;

        boolean asksForAction() {
            return this == ACT || this == ACT_AND_REPORT;
        }
    }

    /** How soon; each has a deadline rule of its own (appendix C, INS_*). */
    enum Urgency {
        EXTRA_URGENT("INS_EXTRA"),
        URGENT("INS_URGENT"),
        NORMAL("INS_NORMAL");

        private final String rule;

        Urgency(String rule) {
            this.rule = rule;
        }

        String rule() {
            return rule;
        }
    }

    /** What the leader writes. */
    record Words(String title, String exactWords, Category category, Urgency urgency) {}

    static LeaderInstruction recorded(UUID id, Words words, Command command) {
        var leader = command.officer();
        return new LeaderInstruction(
                id,
                1,
                words.category().asksForAction() ? RECORDED : NO_ACTION_NEEDED,
                leader.id(),
                leader.has(Role.CHIEF_LEADER),
                words.title(),
                words.exactWords(),
                words.category(),
                words.urgency(),
                null,
                command.now(),
                command.now(),
                null,
                null,
                Set.of(),
                Set.of(leader.id()));
    }

    LeaderInstruction assign(Set<UUID> units, Deadline due, Command command) {
        InstructionMove.ASSIGN.check(status, version, command);
        if (units.isEmpty()) {
            throw Refusal.of(
                    RefusalCode.E_GEN_HOST_REQUIRED, "需要办理的批示须有承办单位。", "An instruction to act needs a unit that acts.");
        }
        return with(ASSIGNED, report, due.currentDueAt(), due.warnAt(), units, command);
    }

    LeaderInstruction report(String text, Command command) {
        InstructionMove.REPORT.check(status, version, command);
        return with(REPORTED, text, dueAt, warnAt, unitIds, command);
    }

    LeaderInstruction strikeOff(Command command) {
        InstructionMove.STRIKE_OFF.check(status, version, command);
        if (!leaderId.equals(command.officer().id())) {
            throw Refusal.of(
                    RefusalCode.E_SUP_NOT_OWNER, "只有作出批示的领导可以销号。", "Only the leader who wrote it strikes it off.");
        }
        return with(STRUCK_OFF, report, dueAt, warnAt, unitIds, command);
    }

    private LeaderInstruction with(
            InstructionStatus next,
            @Nullable String text,
            @Nullable Instant due,
            @Nullable Instant warn,
            Set<UUID> units,
            Command command) {
        return new LeaderInstruction(
                id,
                version + 1,
                next,
                leaderId,
                chief,
                title,
                exactWords,
                category,
                urgency,
                text,
                recordedAt,
                command.now(),
                due,
                warn,
                units,
                participantIds);
    }

    @Override
    public String subjectType() {
        return "instruction.leader";
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
    public AlertLight light(Instant now) {
        return AlertLight.of(now, warnAt, dueAt, status != RECORDED && status != ASSIGNED);
    }
}
