package io.duban.supervision;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.commands.Outcome;
import io.duban.supervision.matters.Brief;
import io.duban.supervision.matters.Hands;
import io.duban.supervision.matters.MatterDrafting;
import io.duban.supervision.matters.Origin;
import io.duban.supervision.matters.SupervisionMatter;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The way into supervision for other modules: a leader's words become the draft of a matter in the statement of the module's own command.
 *
 * <pre>{@code
 * var matter = SupervisionIntake.draft(words, command.now());
 * return Outcome.changed(instruction.becoming(matter.subject().id())).including(matter);
 * }</pre>
 */
public final class SupervisionIntake {

    private SupervisionIntake() {}

    /**
     * What a leader wants done.
     *
     * @param leaderId who strikes it off in the end
     * @param chief whether he is the chief leader; a deputy's words carry everyday follow-up only
     * @param draftedById the clerk who turns the words into a matter; null when the leader does, so that he may still approve it
     * @param evidence the words, or the paper they are written on
     * @param title what it is about, without personal data
     * @param physicalResult whether the result can be seen on the spot
     * @param recused the marks of whoever is kept away from what it comes from, and so from the matter
     */
    public record LeadersWords(
            UUID leaderId,
            boolean chief,
            @Nullable UUID draftedById,
            String evidence,
            String title,
            List<String> acceptanceCriteria,
            Set<UUID> objectUnitIds,
            Urgency urgency,
            boolean physicalResult,
            Set<UUID> recused) {}

    /**
     * What a superior wants supervised.
     *
     * @param leaderId who instructed on the superior's paper; null when nobody did
     * @param draftedById the clerk who turned the paper into a matter
     * @param evidence the superior's paper with its number
     * @param title what it is about, without personal data
     */
    public record SuperiorTask(
            @Nullable UUID leaderId,
            @Nullable UUID draftedById,
            String evidence,
            String title,
            List<String> acceptanceCriteria,
            Set<UUID> objectUnitIds,
            Urgency urgency) {}

    /**
     * A ticket that the office cannot bring to an end by itself (domain 2.5 T20, T25).
     *
     * @param number of the ticket
     * @param leaderId the office director, who opens the matter and strikes it off in the end; null where the post is vacant
     * @param draftedById who escalated it, and therefore does not decide on it; null when that leader did himself
     * @param words what is to be done, and why
     * @param title what it is about, without personal data
     * @param objectUnitIds the unit that handles it; empty while none does
     * @param recused the marks of whoever is kept away from the ticket, and so from the matter
     */
    public record StuckTicket(
            UUID ticketId,
            String number,
            @Nullable UUID leaderId,
            @Nullable UUID draftedById,
            String words,
            String title,
            Set<UUID> objectUnitIds,
            Urgency urgency,
            Set<UUID> recused) {}

    /**
     * The draft of a matter whose source is a citizen's ticket, as {@link #draft(LeadersWords, Instant)}; its subject is the new matter.
     *
     * @throws io.duban.platform.problem.Refusal {@code E_SUP_NO_BASIS} without words
     */
    public static Outcome<?> draft(StuckTicket ticket, Instant now) {
        var brief = new Brief(
                Brief.Kind.ROUTINE,
                Brief.Basis.APPROVED_PROPOSAL,
                ticket.words(),
                ticket.title(),
                List.of("诉求已办结,并经回访诉求人确认。"),
                ticket.objectUnitIds(),
                List.of(),
                ticket.urgency(),
                false,
                ticket.leaderId());
        return MatterDrafting.drafted(
                SupervisionMatter.draft(
                        UuidCreator.getTimeOrderedEpoch(),
                        brief,
                        Origin.fromTicket(ticket.ticketId(), ticket.number(), ticket.words()),
                        Hands.drafting(ticket.draftedById(), Set.of()),
                        ticket.recused(),
                        now),
                now);
    }

    /**
     * The draft of a matter whose source is a superior ({@code SUPERIOR_TASK}), as {@link #draft(LeadersWords, Instant)}.
     *
     * @throws io.duban.platform.problem.Refusal {@code E_SUP_NO_BASIS} without evidence
     */
    public static Outcome<?> draft(SuperiorTask task, Instant now) {
        var brief = new Brief(
                Brief.Kind.ROUTINE,
                Brief.Basis.SUPERIOR_TASK,
                task.evidence(),
                task.title(),
                task.acceptanceCriteria(),
                task.objectUnitIds(),
                List.of(),
                task.urgency(),
                false,
                task.leaderId());
        return MatterDrafting.drafted(
                SupervisionMatter.draft(
                        UuidCreator.getTimeOrderedEpoch(),
                        brief,
                        Origin.from(Origin.Source.SUPERIOR, null),
                        Hands.drafting(task.draftedById(), Set.of()),
                        Set.of(),
                        now),
                now);
    }

    /**
     * The draft with its event and the supervision chief's to-do; to be taken into the caller's outcome.
     *
     * @throws io.duban.platform.problem.Refusal {@code E_SUP_NO_BASIS} without words
     */
    public static Outcome<?> draft(LeadersWords words, Instant now) {
        var brief = new Brief(
                Brief.Kind.ROUTINE,
                words.chief() ? Brief.Basis.CHIEF_INSTRUCTION : Brief.Basis.DEPUTY_INSTRUCTION,
                words.evidence(),
                words.title(),
                words.acceptanceCriteria(),
                words.objectUnitIds(),
                List.of(),
                words.urgency(),
                words.physicalResult(),
                words.leaderId());
        return MatterDrafting.drafted(
                SupervisionMatter.draft(
                        UuidCreator.getTimeOrderedEpoch(),
                        brief,
                        Origin.from(Origin.Source.INSTRUCTION, null),
                        Hands.drafting(words.draftedById(), Set.of()),
                        words.recused(),
                        now),
                now);
    }
}
