package io.duban.instructions;

import io.duban.platform.calendar.AlertLight;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Audience;
import io.duban.platform.events.Subject;
import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Role;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An instruction with its decomposition and the units' feedback: what a command changes as one, and what a reader sees as one.
 *
 * @param decomposition the one that counts; null before the first draft
 * @param tasks of that decomposition
 */
record InstructionFile(
        LeaderInstruction instruction,
        @Nullable Decomposition decomposition,
        List<Decomposition.Row> tasks,
        List<InstructionFeedback> feedback)
        implements Subject {

    static InstructionFile of(LeaderInstruction instruction) {
        return new InstructionFile(instruction, null, List.of(), List.of());
    }

    /** Legal by the table for somebody who saw the present version. */
    void check(InstructionMove move, Command command) {
        move.check(instruction.status(), instruction.version(), command);
    }

    /** Only the leader whose words they are, or whom he let act for him in what these units do. */
    void requireOwner(Command command) {
        if (!isOwnedBy(command.officer())) {
            throw Refusal.of(
                    RefusalCode.E_SUP_NOT_OWNER,
                    "只有作出批示的领导或其委托人可以办理。",
                    "Only the leader whose words they are, or his delegate, does this.");
        }
        if (command.mandate() != null) {
            command.mandate().requireCovers(instruction.unitIds(), false);
        }
    }

    boolean isOwnedBy(Officer officer) {
        return instruction.leaderId().equals(officer.id());
    }

    boolean isConfirmed() {
        return decomposition != null && decomposition.isConfirmed();
    }

    Decomposition requireDecomposition(InstructionMove move) {
        return Optional.ofNullable(decomposition)
                .orElseThrow(() -> Refusal.illegalState(move.name(), state() + "(尚无分解方案)", List.of()));
    }

    /** Spoken words wait for his tap once the time to confirm them is over, but for what cannot wait (domain 2.3). */
    boolean isHeldUntilConfirmed(Instant now) {
        var hearing = instruction.course().hearing();
        return hearing.awaitsConfirmation()
                && instruction.words().urgency() != InstructionIntake.Urgency.EXTRA_URGENT
                && (hearing.confirmUntil() == null || now.isAfter(hearing.confirmUntil()));
    }

    /** The units of this officer that may feed back now: they have a task, nothing of theirs waits, nothing final was accepted. */
    Optional<UUID> unitToFeedBack(Officer officer) {
        return instruction.course().handling().withPaper()
                ? Optional.empty()
                : instruction.unitIds().stream()
                        .filter(unit -> officer.hasAt(unit, Role.UNIT_LIAISON, Role.UNIT_DEPUTY, Role.UNIT_HEAD))
                        .filter(unit -> of(unit).noneMatch(InstructionFeedback::isSubmitted))
                        .filter(unit -> of(unit).noneMatch(InstructionFeedback::isFinalAndAccepted))
                        .findFirst();
    }

    /** Whether the office has accepted the result of every unit that answers the leader. */
    boolean isResultAccepted() {
        return decomposition != null
                && decomposition.hostUnitIds().stream()
                        .allMatch(unit -> of(unit).anyMatch(InstructionFeedback::isFinalAndAccepted));
    }

    private Stream<InstructionFeedback> of(UUID unit) {
        return feedback.stream().filter(said -> said.unitId().equals(unit));
    }

    Set<UUID> hostUnitIds() {
        return decomposition == null ? Set.of() : decomposition.hostUnitIds();
    }

    InstructionFile with(LeaderInstruction changed) {
        return new InstructionFile(changed, decomposition, tasks, feedback);
    }

    InstructionFile with(Decomposition changed) {
        return new InstructionFile(instruction, changed, tasks, feedback);
    }

    InstructionFile with(InstructionFeedback said) {
        var others = feedback.stream().filter(other -> !other.id().equals(said.id()));
        return new InstructionFile(
                instruction,
                decomposition,
                tasks,
                Stream.concat(others, Stream.of(said)).toList());
    }

    /** A move that changes nothing but the course. */
    InstructionFile after(InstructionMove move, Course course, Command command) {
        return with(instruction.after(move, course, command.now()));
    }

    /** The next version of the instruction, to be written. */
    Outcome<InstructionFile> changed() {
        return Outcome.about(this).updating(instruction);
    }

    @Override
    public UUID id() {
        return instruction.id();
    }

    @Override
    public long version() {
        return instruction.version();
    }

    @Override
    public String subjectType() {
        return instruction.subjectType();
    }

    @Override
    public String title() {
        return instruction.title();
    }

    @Override
    public String state() {
        return instruction.state();
    }

    @Override
    public Audience audience() {
        return instruction.audience();
    }

    @Override
    public @Nullable Instant dueAt() {
        return instruction.dueAt();
    }

    @Override
    public AlertLight light(Instant now) {
        return instruction.light(now);
    }
}
