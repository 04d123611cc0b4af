package io.duban.documents.incoming;

import io.duban.instructions.InstructionIntake;
import io.duban.instructions.InstructionIntake.Category;
import io.duban.instructions.InstructionIntake.LeadersWords;
import io.duban.instructions.InstructionIntake.Source;
import io.duban.instructions.InstructionIntake.Task;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What leaders write on papers becomes instructions of its own, and goes on with the paper. */
@Component
class WrittenInstructions {

    private final InstructionIntake intake;

    WrittenInstructions(InstructionIntake intake) {
        this.intake = intake;
    }

    /** The words as an instruction, in the statement of the paper's own command; a delegate writes within his limits. */
    Outcome<?> recorded(PaperFile paper, LeaderWords words, Command command) {
        paper.document().requireMandate(command);
        return intake.recorded(
                new LeadersWords(
                        new Source(Source.Kind.INCOMING_DOCUMENT, paper.id(), paper.title()),
                        paper.title(),
                        words.exactWords(),
                        Stream.ofNullable(words.fileId()).collect(Collectors.toSet()),
                        category(words.verdict()),
                        urgency(paper.document().content().urgency()),
                        words.dueAt(),
                        null,
                        Set.of()),
                command);
    }

    /** Whether something a leader asked for on the paper is not closed. */
    Mono<Boolean> areOpenOn(PaperFile paper) {
        return intake.openOn(paper.id()).map(open -> !open.isEmpty());
    }

    /** The paper's own assignment is the assignment of what leaders ask on it. */
    Mono<Outcome<?>> assignedWith(PaperFile paper, List<UnitAssignment> parts, Command command) {
        return intake.assignedWith(
                paper.id(), parts.stream().map(WrittenInstructions::task).toList(), command);
    }

    Mono<Outcome<?>> begunWith(PaperFile paper, Command command) {
        return intake.begunWith(paper.id(), command);
    }

    /** The accepted results, unit by unit, go to the leaders who asked. */
    Mono<Outcome<?>> reportedWith(PaperFile paper, Command command) {
        var text = paper.leading().stream()
                .map(part -> part.unitResult().resultText())
                .map(String::valueOf)
                .collect(Collectors.joining("\n\n"));
        return intake.reportedWith(paper.id(), text, command);
    }

    private static Task task(UnitAssignment part) {
        return new Task(
                part.unitId(),
                Task.Role.valueOf(part.duty().name()),
                part.charge().requirement(),
                part.dueAt());
    }

    /** 原则同意 is consent; 研究 asks somebody to study it. */
    private static Category category(Verdict verdict) {
        return switch (verdict) {
            case AGREE, AGREE_IN_PRINCIPLE -> Category.AGREE;
            case DISAGREE -> Category.DISAGREE;
            case ACT, STUDY -> Category.ACT_AND_REPORT;
            case READ -> Category.READ;
        };
    }

    private static InstructionIntake.Urgency urgency(IncomingUrgency urgency) {
        return switch (urgency) {
            case EXTRA_URGENT, TELEGRAM_IMMEDIATE, TELEGRAM_EXTRA_URGENT -> InstructionIntake.Urgency.EXTRA_URGENT;
            case URGENT, TELEGRAM_URGENT -> InstructionIntake.Urgency.URGENT;
            case NORMAL, TELEGRAM_ROUTINE -> InstructionIntake.Urgency.NORMAL;
        };
    }
}
