package io.duban.instructions;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.problem.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The way in for other modules: what a leader writes on their paper becomes an instruction in the statement of their own command, and goes on
 * with the paper: assigned when it is assigned, reported when its result is accepted.
 *
 * <pre>{@code
 * return Outcome.changed(paper.instructed(command)).including(intake.recorded(words, command));
 * return intake.assignedWith(paper.id(), tasks, command).map(Outcome.changed(paper.assigned(command))::including);
 * }</pre>
 *
 * Every answer is a part for {@link Outcome#including}, never an answer of its own: where several instructions, or none, stand on the paper,
 * its subject is all that is written there.
 */
@Component
public class InstructionIntake {

    private final InstructionsOnPaper onPaper;
    private final InstructionRecording recording;

    InstructionIntake(InstructionsOnPaper onPaper, InstructionRecording recording) {
        this.onPaper = onPaper;
        this.recording = recording;
    }

    /**
     * What the words are written on, or where they were spoken.
     *
     * @param id of the other module's own object; null where there is none, as for words by telephone
     * @param title without personal data
     */
    public record Source(Kind kind, @Nullable UUID id, String title) {

        /** The sources of domain 2.3. */
        public enum Kind {
            INCOMING_DOCUMENT,
            INFORMATION,
            TICKET,
            MEETING,
            ORAL,
            SUPERIOR
        }
    }

    /** What the words ask for; it decides whether anything must be assigned. */
    public enum Category {
        READ,
        READ_STUDY,
        AGREE,
        DISAGREE,
        ACT,
        ACT_AND_REPORT,
        COORDINATE;

        boolean asksForAction() {
            return this == ACT || this == ACT_AND_REPORT || this == COORDINATE;
        }
    }

    /** How soon; each has a deadline rule for the feedback (INS_*) and one for the decomposition (DOC_ASSIGN_*). */
    public enum Urgency {
        EXTRA_URGENT("INS_EXTRA", "DOC_ASSIGN_EXTRA"),
        URGENT("INS_URGENT", "DOC_ASSIGN_NORMAL"),
        NORMAL("INS_NORMAL", "DOC_ASSIGN_NORMAL"),
        COMPLEX("INS_COMPLEX", "DOC_ASSIGN_NORMAL");

        private final String feedbackRule;
        private final String decompositionRule;

        Urgency(String feedbackRule, String decompositionRule) {
            this.feedbackRule = feedbackRule;
            this.decompositionRule = decompositionRule;
        }

        String feedbackRule() {
            return feedbackRule;
        }

        String decompositionRule() {
            return decompositionRule;
        }
    }

    /**
     * A leader's words as they are kept for ever.
     *
     * @param source null for what he writes of his own accord
     * @param title what they are about, without personal data: it travels on the stream
     * @param exactWords as written; the transcript of handwriting or voice
     * @param evidenceIds the files that show the handwriting or carry the voice
     * @param leaderDueAt the day he sets himself; it goes before every rule
     * @param coordinatingLeaderId who takes the lead: given with COORDINATE and only then
     * @param addresseeIds leaders to whom the words are delivered at once
     */
    public record LeadersWords(
            @Embedded.Nullable(prefix = "source_") @Nullable Source source,
            String title,
            String exactWords,
            Set<UUID> evidenceIds,
            Category category,
            Urgency urgency,
            @Nullable Instant leaderDueAt,
            @Nullable UUID coordinatingLeaderId,
            Set<UUID> addresseeIds) {}

    /** What one unit is to do: {@code requirement}, until {@code dueAt} ({@code E_DOC_DUE_REQUIRED} when null). */
    public record Task(
            UUID unitId,
            Role role,
            String requirement,
            @Nullable Instant dueAt) {

        /** 主办, 协办, 分办. */
        public enum Role {
            HOST,
            CO,
            SEPARATE
        }
    }

    /** An instruction that still asks for something. */
    public record OpenInstruction(
            UUID id,
            UUID leaderId,
            Category category,
            String state,
            @Nullable Instant dueAt) {}

    /**
     * The leader ({@code command.officer()}) writes on a source. READ, READ_STUDY, AGREE and DISAGREE ask the office for nothing more; the
     * others lie on its desk until they are assigned, COORDINATE on the named leader's first.
     *
     * @throws Refusal {@code E_GEN_SCOPE} for anybody but a leader; {@code E_GEN_VALIDATION} for a coordinating leader missing or out of place,
     *     or a date that is past
     */
    public Outcome<?> recorded(LeadersWords words, Command command) {
        return InstructionRecording.recorded(
                InstructionRecording.written(null, words, Set.of(), command), null, command);
    }

    /**
     * As {@link #recorded}, on a source that has no assignment of its own, such as a ticket: the office decomposes the words, and the clock of that
     * runs at once.
     *
     * @param recused the marks of whoever is kept away from the source, and so from the instruction
     * @return a part whose subject is the one new instruction
     * @throws Refusal as {@link #recorded}, and {@code E_GEN_VALIDATION} for an addressee who is no leader
     */
    public Mono<Outcome<?>> laidOnTheDesk(LeadersWords words, Set<UUID> recused, Command command) {
        return recording.record(words, recused, command).map(outcome -> outcome);
    }

    /** The instructions a paper may not be completed over; empty when all is done. AGREE and DISAGREE are the paper's own flow, not open. */
    public Mono<List<OpenInstruction>> openOn(UUID sourceId) {
        return onPaper.open(sourceId);
    }

    /**
     * The paper's own assignment decomposes, confirms and assigns all that is asked for on it, and starts the clocks of the feedback (the
     * leader's own date before the rule of the urgency). No supervision matter is drafted: the paper itself is followed up.
     *
     * @return nothing to write when no instruction on the paper asks for action
     * @throws Refusal {@code E_GEN_HOST_REQUIRED} without exactly one host (unless all are SEPARATE), {@code E_DOC_DUE_REQUIRED} for a task
     *     without a date, {@code E_SUP_CO_DUE_LATE} for a co-handler due after the host, {@code E_GEN_VALIDATION} for a task due after the
     *     leader's own date, {@code E_GEN_ILLEGAL_STATE} while the leader who is to coordinate has not spoken
     */
    public Mono<Outcome<?>> assignedWith(UUID sourceId, List<Task> tasks, Command command) {
        return onPaper.assigned(sourceId, tasks, command);
    }

    /** The first unit that got the paper is at work on it; nothing to write when all was in progress before. */
    public Mono<Outcome<?>> begunWith(UUID sourceId, Command command) {
        return onPaper.begun(sourceId, command);
    }

    /** The accepted result of the paper goes to every leader who asked for action on it, with his own words. */
    public Mono<Outcome<?>> reportedWith(UUID sourceId, String text, Command command) {
        return onPaper.reported(sourceId, text, command);
    }
}
