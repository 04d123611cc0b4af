package io.duban.supervision.conclusions;

import static io.duban.supervision.conclusions.ObjectionMove.*;

import io.duban.platform.calendar.AlertLight;
import io.duban.platform.calendar.Deadline;
import io.duban.platform.commands.Command;
import io.duban.platform.identity.Officer;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * An object's objection to what a conclusion says of it (异议, 申请复核; 政府督查工作条例 art. 17); every change goes through an {@link ObjectionMove}.
 *
 * @param dueAt until when it is to be decided: 30 natural days from its filing, whenever it is accepted
 * @param reason of the decision, or why it is inadmissible; null before
 * @param recusedIds who took part in the conclusion and so does not handle it
 */
@Table("conclusion_objection")
record ConclusionObjection(
        @Id UUID id,
        long version,
        UUID conclusionId,
        UUID matterId,
        UUID findingId,
        UUID unitId,
        String title,
        ObjectionStatus status,
        String grounds,
        UUID filedById,
        Instant filedAt,
        Instant dueAt,
        Instant warnAt,
        @Nullable UUID acceptedById,
        @Nullable UUID decidedById,
        @Nullable Instant decidedAt,
        @Nullable String reason,
        Set<UUID> recusedIds,
        Set<UUID> participantIds)
        implements ObjectPart {

    static final String SUBJECT_TYPE = "supervision.objection";

    static ConclusionObjection filed(
            ObjectFinding finding, String grounds, Set<UUID> recused, Deadline due, Command command) {
        return new ConclusionObjection(
                due.subjectId(),
                1,
                finding.conclusionId(),
                finding.matterId(),
                finding.id(),
                finding.unitId(),
                finding.title(),
                ObjectionStatus.FILED,
                grounds,
                command.officer().id(),
                command.now(),
                due.currentDueAt(),
                due.warnAt(),
                null,
                null,
                null,
                null,
                recused,
                finding.participantIds());
    }

    ConclusionObjection accept(Command command) {
        checkHandler(ACCEPT_OBJECTION, command);
        return next(ACCEPT_OBJECTION.to(), command.officer().id(), null, null, null);
    }

    /**
     * Ends it.
     *
     * @param verdict that it is inadmissible, or that the conclusion is upheld, changed or revoked for this object
     * @param why required with each of them
     * @throws Refusal {@code E_SUP_RECUSAL} for who took part in the conclusion
     */
    ConclusionObjection decide(ObjectionMove verdict, @Nullable String why, Command command) {
        checkHandler(verdict, command);
        if (why == null || why.isBlank()) {
            throw Refusal.invalid("/reason", "须写明理由。", "Give the reason.");
        }
        return next(verdict.to(), acceptedById, command.officer().id(), command.now(), why);
    }

    List<String> legalActions(Officer officer) {
        return Arrays.stream(ObjectionMove.values())
                .filter(move -> move.from().contains(status) && move.isInHandsOf(officer))
                .filter(move -> !recusedIds.contains(officer.id()) && !ObjectUnit.includes(unitId, officer))
                .map(ObjectionMove::name)
                .toList();
    }

    private void checkHandler(ObjectionMove move, Command command) {
        move.check(status, version, command);
        command.requireCovers(Set.of(unitId), false);
        if (command.persons().stream().anyMatch(recusedIds::contains)) {
            throw Refusal.of(
                    RefusalCode.E_SUP_RECUSAL,
                    "参与作出督查结论的人员应当回避,请由其他人员复核。",
                    "Who took part in the conclusion does not handle an objection to it.");
        }
        ObjectUnit.requireOther(unitId, command);
    }

    private ConclusionObjection next(
            ObjectionStatus to,
            @Nullable UUID accepter,
            @Nullable UUID decider,
            @Nullable Instant decided,
            @Nullable String why) {
        return new ConclusionObjection(
                id,
                version + 1,
                conclusionId,
                matterId,
                findingId,
                unitId,
                title,
                to,
                grounds,
                filedById,
                filedAt,
                dueAt,
                warnAt,
                accepter,
                decider,
                decided,
                why,
                recusedIds,
                participantIds);
    }

    @Override
    public String subjectType() {
        return SUBJECT_TYPE;
    }

    @Override
    public AlertLight light(Instant now) {
        return AlertLight.of(now, warnAt, dueAt, !status.isOpen());
    }
}
