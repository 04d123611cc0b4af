package io.duban.instructions;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.instructions.InstructionIntake.Task;
import io.duban.instructions.InstructionIntake.Task.Role;
import io.duban.platform.commands.Command;
import io.duban.platform.persistence.Versioned;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * Who does what until when (任务分解): drafted by a clerk, confirmed by another; apart from the words, which it never touches.
 *
 * @param hostUnitIds the units whose feedback answers the leader: the host, or all that act separately
 * @param authorIds who drafted it, and who did so for him; none of them confirms it
 * @param returnReason why the director gave it back
 */
@Table("instruction_decomposition")
record Decomposition(
        @Id UUID id,
        long version,
        UUID instructionId,
        Set<UUID> unitIds,
        Set<UUID> hostUnitIds,
        List<String> acceptanceCriteria,
        boolean physicalResult,
        UUID draftedById,
        Instant draftedAt,
        @Nullable UUID decidedById,
        @Nullable Instant confirmedAt,
        @Nullable String returnReason,
        Set<UUID> authorIds)
        implements Versioned {

    /** What the clerk writes. */
    record Draft(List<Task> tasks, List<String> acceptanceCriteria, boolean physicalResult) {}

    /** A task as it is kept. */
    @Table("instruction_task")
    record Row(
            @Id UUID id, UUID decompositionId, int place, UUID unitId, Role role, String requirement, Instant dueAt) {}

    static Decomposition drafted(LeaderInstruction instruction, Draft draft, Command command) {
        requireSense(draft.tasks(), instruction.words().leaderDueAt(), command.now());
        return new Decomposition(
                UuidCreator.getTimeOrderedEpoch(),
                1,
                instruction.id(),
                draft.tasks().stream().map(Task::unitId).collect(Collectors.toSet()),
                draft.tasks().stream()
                        .filter(task -> task.role() != Role.CO)
                        .map(Task::unitId)
                        .collect(Collectors.toSet()),
                draft.acceptanceCriteria(),
                draft.physicalResult(),
                command.officer().id(),
                command.now(),
                null,
                null,
                null,
                command.persons());
    }

    /** The assignment of the paper is the decomposition, and whoever confirmed that confirmed this. */
    static Decomposition withPaper(LeaderInstruction instruction, List<Task> tasks, Command command) {
        return drafted(instruction, new Draft(tasks, List.of(), false), command)
                .decided(1, command.now(), null, command);
    }

    List<Row> rows(List<Task> tasks) {
        return IntStream.range(0, tasks.size())
                .mapToObj(place -> row(place, tasks.get(place)))
                .toList();
    }

    private Row row(int place, Task task) {
        return new Row(
                UuidCreator.getTimeOrderedEpoch(),
                id,
                place,
                task.unitId(),
                task.role(),
                task.requirement(),
                Objects.requireNonNull(task.dueAt()));
    }

    boolean isConfirmed() {
        return confirmedAt != null;
    }

    Decomposition confirmed(Command command) {
        if (!Collections.disjoint(command.persons(), authorIds)) {
            throw Refusal.of(
                    RefusalCode.E_GEN_SELF_APPROVAL, "分解方案不能由拟稿人自己审定。", "Nobody confirms his own decomposition.");
        }
        return decided(version + 1, command.now(), null, command);
    }

    Decomposition returned(String reason, Command command) {
        return decided(version + 1, null, reason, command);
    }

    private Decomposition decided(long next, @Nullable Instant confirmed, @Nullable String reason, Command command) {
        return new Decomposition(
                id,
                next,
                instructionId,
                unitIds,
                hostUnitIds,
                acceptanceCriteria,
                physicalResult,
                draftedById,
                draftedAt,
                command.officer().id(),
                confirmed,
                reason,
                authorIds);
    }

    private static void requireSense(List<Task> tasks, @Nullable Instant leadersDate, Instant now) {
        var hosts = tasks.stream().filter(task -> task.role() == Role.HOST).toList();
        var separate = !tasks.isEmpty() && tasks.stream().allMatch(task -> task.role() == Role.SEPARATE);
        if (!separate && hosts.size() != 1
                || !separate && tasks.stream().anyMatch(task -> task.role() == Role.SEPARATE)) {
            throw Refusal.of(
                    RefusalCode.E_GEN_HOST_REQUIRED,
                    "须有且只有一个主办单位,或者全部为分办。",
                    "Exactly one host is needed, unless all act separately.");
        }
        IntStream.range(0, tasks.size()).forEach(place -> requireDate(place, tasks.get(place), leadersDate, now));
        if (new HashSet<>(tasks.stream().map(Task::unitId).toList()).size() < tasks.size()) {
            throw Refusal.invalid("/tasks", "一个单位只能有一项任务。", "One task for each unit.");
        }
        hosts.forEach(host -> requireCoBefore(host, tasks));
    }

    private static void requireDate(int place, Task task, @Nullable Instant leadersDate, Instant now) {
        var due = task.dueAt();
        if (due == null) {
            throw Refusal.of(RefusalCode.E_DOC_DUE_REQUIRED, "每项任务都须写明办结时限。", "Every task needs a date it is due.");
        }
        if (!due.isAfter(now) || leadersDate != null && due.isAfter(leadersDate)) {
            throw Refusal.invalid(
                    "/tasks/%d/dueAt".formatted(place),
                    "办结时限须晚于现在,且不晚于领导要求的时间。",
                    "It is due after now, and not after the leader's own date.");
        }
    }

    private static void requireCoBefore(Task host, List<Task> tasks) {
        if (tasks.stream().anyMatch(task -> task.dueAt() != null && task.dueAt().isAfter(host.dueAt()))) {
            throw Refusal.of(RefusalCode.E_SUP_CO_DUE_LATE, "协办时限不能晚于主办时限。", "A co-handler is not due after the host.");
        }
    }
}
