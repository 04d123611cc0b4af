package io.duban.instructions;

import static io.duban.instructions.InstructionMove.*;
import static io.duban.platform.identity.Role.*;

import io.duban.instructions.InstructionIntake.Urgency;
import io.duban.platform.calendar.Deadline;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Escalation;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Event;
import io.duban.platform.events.Priority;
import io.duban.platform.identity.Recusal;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.platform.todos.Assignee;
import io.duban.supervision.SupervisionIntake;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Handed to the units as confirmed, and to supervision in the same statement (交办). */
@Component
class InstructionAssigning {

    private final InstructionFiles files;
    private final FeedbackClock clock;

    InstructionAssigning(InstructionFiles files, FeedbackClock clock) {
        this.files = files;
        this.clock = clock;
    }

    Mono<Outcome<InstructionFile>> assign(UUID id, Command command) {
        return files.require(id, command.access().reach())
                .zipWhen(
                        file -> clock.start(file.instruction(), command.now()),
                        (file, due) -> assigned(file, due, command))
                .flatMap(this::followedUp)
                .flatMap(outcome -> stages(outcome, command));
    }

    private static void requireConfirmed(InstructionFile file, Command command) {
        file.check(ASSIGN, command);
        if (!file.isConfirmed()) {
            throw Refusal.illegalState(
                    ASSIGN.name(), file.state() + "(分解方案未审定)", List.of(CONFIRM_DECOMPOSITION.name()));
        }
        if (file.isHeldUntilConfirmed(command.now())) {
            throw Refusal.of(
                    RefusalCode.E_INS_UNCONFIRMED_ORAL,
                    "口头批示已超过补记确认时限,领导尚未确认,不能交办;请领导点按确认。",
                    "The leader has not confirmed these spoken words in time; he confirms them first.");
        }
    }

    static Outcome<InstructionFile> assigned(InstructionFile file, Deadline due, Command command) {
        requireConfirmed(file, command);
        var decomposition = file.requireDecomposition(ASSIGN);
        var matter = SupervisionIntake.draft(words(file.instruction(), decomposition), command.now());
        var assigned = file.with(file.instruction()
                .assigned(ASSIGN, decomposition, due, matter.subject().id(), command));
        return assigned.changed()
                .closing(ASSIGN.name())
                .starting(due, Escalation.to("URGE_FEEDBACK", Assignee.holdersAt(file.hostUnitIds(), UNIT_HEAD)))
                .opening(
                        GIVE_FEEDBACK.name(),
                        Assignee.holdersAt(decomposition.unitIds(), UNIT_LIAISON),
                        due.currentDueAt())
                .announcing(Event.of("assigned", Priority.ACTION, assigned, command.now())
                        .to(file.instruction().participantIds()))
                .including(matter);
    }

    /** What stays overdue comes from the head of the host to the director (domain 2.3). */
    private Mono<Outcome<InstructionFile>> followedUp(Outcome<InstructionFile> outcome) {
        var instruction = outcome.subject().instruction();
        return Mono.justOrEmpty(instruction.dueAt())
                .flatMap(due -> clock.followUp(instruction, due))
                .map(turn ->
                        outcome.starting(turn, Escalation.to("RESOLVE_OVERDUE", Assignee.holders(OFFICE_DIRECTOR))))
                .defaultIfEmpty(outcome);
    }

    /** A hard matter is reported on every five working days, by each unit that answers the leader. */
    private Mono<Outcome<InstructionFile>> stages(Outcome<InstructionFile> outcome, Command command) {
        var file = outcome.subject();
        return file.instruction().words().urgency() != Urgency.COMPLEX
                ? Mono.just(outcome)
                : Flux.fromIterable(file.hostUnitIds())
                        .concatMap(unit -> clock.stage(file.instruction(), unit, command.now()))
                        .reduce(outcome, UnitFeedback::startingStage);
    }

    private static SupervisionIntake.LeadersWords words(LeaderInstruction instruction, Decomposition decomposition) {
        return new SupervisionIntake.LeadersWords(
                instruction.leaderId(),
                instruction.chief(),
                decomposition.draftedById(),
                instruction.words().exactWords(),
                instruction.title(),
                decomposition.acceptanceCriteria(),
                decomposition.unitIds(),
                urgency(instruction.words().urgency()),
                decomposition.physicalResult(),
                Recusal.among(instruction.participantIds()));
    }

    private static io.duban.supervision.Urgency urgency(Urgency urgency) {
        return switch (urgency) {
            case EXTRA_URGENT -> io.duban.supervision.Urgency.EXTRA_URGENT;
            case URGENT -> io.duban.supervision.Urgency.URGENT;
            case NORMAL, COMPLEX -> io.duban.supervision.Urgency.NORMAL;
        };
    }
}
