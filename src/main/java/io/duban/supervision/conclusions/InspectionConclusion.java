package io.duban.supervision.conclusions;

import static io.duban.supervision.conclusions.ConclusionMove.*;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.calendar.AlertLight;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Move;
import io.duban.platform.events.Audience;
import io.duban.platform.events.Subject;
import io.duban.platform.identity.Officer;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.supervision.matters.SupervisionMatter;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A conclusion (督查结论), its general part; every change goes through a {@link ConclusionMove}, and every step of a part makes its next version.
 *
 * @param round of writing; evidence, findings and items belong to one round each
 * @param authorIds everybody who wrote at it; reviewers are never among them
 * @param reviewerIds everybody who reviewed it, on whosever behalf
 * @param opinion the last reviewer's
 */
@Table("inspection_conclusion")
record InspectionConclusion(
        @Id UUID id,
        long version,
        UUID matterId,
        String title,
        ConclusionStatus status,
        int round,
        String facts,
        Set<UUID> authorIds,
        Set<UUID> reviewerIds,
        @Nullable String opinion,
        Instant draftedAt,
        @Nullable Instant issuedAt,
        Set<UUID> unitIds,
        Set<UUID> participantIds)
        implements Subject {

    static final String SUBJECT_TYPE = "supervision.conclusion";

    static InspectionConclusion drafted(SupervisionMatter matter, String facts, Command command) {
        return new InspectionConclusion(
                UuidCreator.getTimeOrderedEpoch(),
                1,
                matter.id(),
                matter.brief().title(),
                ConclusionStatus.DRAFT,
                1,
                facts,
                command.persons(),
                Set.of(),
                null,
                command.now(),
                null,
                matter.brief().objectUnitIds(),
                with(matter.participantIds(), command.persons()));
    }

    InspectionConclusion revise(SupervisionMatter matter, String written, Command command) {
        REVISE_CONCLUSION.check(status, version, command);
        return new InspectionConclusion(
                id,
                version + 1,
                matterId,
                title,
                REVISE_CONCLUSION.to(),
                round + 1,
                written,
                with(authorIds, command.persons()),
                reviewerIds,
                opinion,
                draftedAt,
                null,
                matter.brief().objectUnitIds(),
                with(participantIds, command.persons()));
    }

    InspectionConclusion submit(Command command) {
        SUBMIT_CONCLUSION.check(status, version, command);
        return next(SUBMIT_CONCLUSION.to(), reviewerIds, opinion, null);
    }

    InspectionConclusion returned(@Nullable String why, Command command) {
        RETURN_CONCLUSION.check(status, version, command);
        requireReviewer(command);
        if (why == null || why.isBlank()) {
            throw Refusal.invalid("/opinion", "退回须写明意见。", "Say why it is returned.");
        }
        return next(RETURN_CONCLUSION.to(), with(reviewerIds, command.persons()), why, null);
    }

    InspectionConclusion issue(@Nullable String said, Command command) {
        ISSUE_CONCLUSION.check(status, version, command);
        requireReviewer(command);
        return next(ISSUE_CONCLUSION.to(), with(reviewerIds, command.persons()), said, command.now());
    }

    /** A part of it moved on: whoever decided on the whole has to look again. */
    InspectionConclusion touched() {
        return next(status, reviewerIds, opinion, issuedAt);
    }

    /** Who took part in it, and so stays away from objections to it (art. 17). */
    Set<UUID> involvedIds() {
        return with(authorIds, reviewerIds);
    }

    List<String> legalActions(Officer officer) {
        return Move.legal(List.of(ConclusionMove.values()), status, officer);
    }

    private void requireReviewer(Command command) {
        command.requireCovers(unitIds, false);
        if (command.persons().stream().anyMatch(authorIds::contains)) {
            throw Refusal.of(
                    RefusalCode.E_GEN_SELF_APPROVAL, "不能审核自己起草的督查结论。", "Nobody reviews a conclusion he wrote himself.");
        }
    }

    private InspectionConclusion next(
            ConclusionStatus to, Set<UUID> reviewers, @Nullable String said, @Nullable Instant issued) {
        return new InspectionConclusion(
                id,
                version + 1,
                matterId,
                title,
                to,
                round,
                facts,
                authorIds,
                reviewers,
                said,
                draftedAt,
                issued,
                unitIds,
                participantIds);
    }

    private static Set<UUID> with(Set<UUID> some, Set<UUID> others) {
        var all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }

    @Override
    public String subjectType() {
        return SUBJECT_TYPE;
    }

    @Override
    public String state() {
        return status.name();
    }

    /** The objects hear of it when it is issued; before that it is the office's. */
    @Override
    public Audience audience() {
        return new Audience(readBy(), unitIds, participantIds);
    }

    /** The row of the matrix by which it is seen. */
    String readBy() {
        return status == ConclusionStatus.ISSUED ? "conclusion:read" : "supervision:create";
    }

    @Override
    public @Nullable Instant dueAt() {
        return null;
    }

    @Override
    public AlertLight light(Instant now) {
        return AlertLight.NONE;
    }
}
