package io.duban.hotline.tickets;

import io.duban.platform.commands.Command;
import io.duban.platform.subprocesses.FeedbackLikeness.Resemblance;
import io.duban.platform.subprocesses.FeedbackText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * One hand-in of a unit's result (反馈) as it was, whatever came of it. Never changed: a corrected one is another row.
 *
 * @param attempt 1 for the first hand-in of the ticket, whatever the round
 * @param silentCoUnitIds co units whose part was missing when the host handed in
 * @param pairs its words as they are compared with other feedbacks
 * @param resemblesId the earlier feedback it reads like; null when there is none
 * @param likeness how much, 0.9 to 1
 */
@Table("hotline_feedback")
record TicketFeedback(
        @Id UUID id,
        UUID ticketId,
        UUID unitId,
        int round,
        int attempt,
        Feedback.Result result,
        String facts,
        @Nullable String legalBasis,
        Instant toldCitizenAt,
        @Nullable String toldCitizenWhat,
        Set<UUID> silentCoUnitIds,
        List<String> pairs,
        @Nullable UUID resemblesId,
        @Nullable Double likeness,
        UUID submittedBy,
        Instant submittedAt) {

    /** What stood beside it when it was handed in. */
    record Circumstances(
            UUID id,
            int attempt,
            Set<UUID> silentCoUnitIds,
            @Nullable Resemblance resemblance) {

        List<FeedbackDoubt> doubts() {
            var doubts = new ArrayList<FeedbackDoubt>();
            if (resemblance != null) {
                doubts.add(FeedbackDoubt.TEMPLATE_TEXT);
            }
            if (!silentCoUnitIds.isEmpty()) {
                doubts.add(FeedbackDoubt.CO_UNIT_SILENT);
            }
            return List.copyOf(doubts);
        }
    }

    static TicketFeedback of(HotlineTicket ticket, Circumstances beside, Command command) {
        var said = ticket.feedback();
        var like = beside.resemblance();
        return new TicketFeedback(
                beside.id(),
                ticket.id(),
                ticket.handling().hostUnitId(),
                ticket.round(),
                beside.attempt(),
                said.result(),
                said.facts(),
                said.legalBasis(),
                said.toldCitizenAt(),
                said.toldCitizenWhat(),
                beside.silentCoUnitIds(),
                new FeedbackText(said.facts()).pairs(),
                like == null ? null : like.id(),
                like == null ? null : like.likeness(),
                command.officer().id(),
                command.now());
    }
}
