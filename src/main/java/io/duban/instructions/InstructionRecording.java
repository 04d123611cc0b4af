package io.duban.instructions;

import static io.duban.platform.identity.Role.*;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.instructions.InstructionIntake.LeadersWords;
import io.duban.platform.calendar.Deadline;
import io.duban.platform.calendar.Deadlines;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Escalation;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.identity.Directory;
import io.duban.platform.identity.Recusal;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.platform.todos.Assignee;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** From the leader's mouth or pen to the desk of whoever has to act on it. */
@Component
class InstructionRecording {

    /** The clock of the leader's tap on what was written down. */
    static final String CONFIRMATION = "CONFIRM";

    private static final String RECORD_ORAL = "INS_RECORD_ORAL";

    private final InstructionFiles files;
    private final Deadlines deadlines;
    private final Directory directory;

    InstructionRecording(InstructionFiles files, Deadlines deadlines, Directory directory) {
        this.files = files;
        this.deadlines = deadlines;
        this.directory = directory;
    }

    /** What the office heard a leader say, and who heard it. */
    record Heard(UUID leaderId, Instant saidAt, String heardBy, LeadersWords words) {}

    /** Who said it, and until when he is to confirm it. */
    private record Speaker(boolean chief, Deadline confirmation) {}

    Mono<Outcome<InstructionFile>> record(LeadersWords words, Command command) {
        return record(words, Set.of(), command);
    }

    /** On what the bearers of these marks are kept away from. */
    Mono<Outcome<InstructionFile>> record(LeadersWords words, Set<UUID> recused, Command command) {
        return requireLeaders(words)
                .then(Mono.fromSupplier(() -> written(null, words, recused, command)))
                .flatMap(instruction -> onTheDesk(instruction, command));
    }

    /** Written down as soon as it was said: by then the leader is to confirm it, and a late writing shows. */
    Mono<Outcome<InstructionFile>> hear(Heard heard, Command command) {
        if (heard.saidAt().isAfter(command.now())) {
            return Mono.error(Refusal.invalid("/saidAt", "口头批示的时间不能晚于现在。", "It was said before now."));
        }
        var id = UuidCreator.getTimeOrderedEpoch();
        return requireLeaders(heard.words())
                .then(chief(heard.leaderId()))
                .zipWith(
                        deadlines.start(RECORD_ORAL, LeaderInstruction.SUBJECT_TYPE, id, CONFIRMATION, heard.saidAt()),
                        Speaker::new)
                .flatMap(speaker -> onTheDesk(writtenDown(id, speaker, heard, command), command)
                        .map(outcome -> toBeConfirmed(outcome, speaker.confirmation())));
    }

    private static LeaderInstruction writtenDown(UUID id, Speaker speaker, Heard heard, Command command) {
        var hearing = Course.Hearing.of(
                heard.saidAt(),
                heard.heardBy(),
                command.officer().id(),
                speaker.confirmation().currentDueAt());
        return LeaderInstruction.heard(id, heard.leaderId(), speaker.chief(), heard.words(), hearing, command);
    }

    private static Outcome<InstructionFile> toBeConfirmed(Outcome<InstructionFile> outcome, Deadline due) {
        var instruction = outcome.subject().instruction();
        return instruction.status() == InstructionStatus.RECORDED
                ? outcome.starting(due, Escalation.to("URGE_CONFIRMATION", Assignee.holders(OFFICE_DIRECTOR)))
                        .opening(
                                InstructionMove.CONFIRM_ORAL.name(),
                                Assignee.person(instruction.leaderId()),
                                due.currentDueAt())
                : outcome;
    }

    /** He writes again on the report: his new words are a new instruction, and this one ends in it. */
    Mono<Outcome<InstructionFile>> continued(UUID id, LeadersWords words, Command command) {
        return files.require(id, command.access().reach())
                .delayUntil(file -> requireLeaders(words))
                .flatMap(file -> onTheDesk(written(id, words, marks(file), command), command)
                        .map(child -> ended(file, child.subject().id(), command).including(child)));
    }

    static Outcome<InstructionFile> ended(InstructionFile file, UUID child, Command command) {
        file.check(InstructionMove.CONTINUE, command);
        file.requireOwner(command);
        var ending = Course.Ending.by(null, command).continuedBy(child);
        var course = file.instruction().course().with(ending);
        return Closing.of(file.after(InstructionMove.CONTINUE, course, command), command.now())
                .announcing("continued", Priority.INFO, command.now());
    }

    /**
     * @throws Refusal {@code E_GEN_SCOPE} for anybody but a leader
     */
    static LeaderInstruction written(@Nullable UUID parent, LeadersWords words, Set<UUID> recused, Command command) {
        if (!command.officer().has(CHIEF_LEADER, DEPUTY_LEADER)) {
            throw Refusal.of(RefusalCode.E_GEN_SCOPE, "批示由领导本人作出。", "Instructions are a leader's to write.");
        }
        return LeaderInstruction.written(UuidCreator.getTimeOrderedEpoch(), parent, words, recused, command);
    }

    private static Set<UUID> marks(InstructionFile file) {
        return Recusal.among(file.instruction().participantIds());
    }

    /** The clock of the decomposition runs only where the office decomposes: not while another leader is to speak first. */
    private Mono<Outcome<InstructionFile>> onTheDesk(LeaderInstruction instruction, Command command) {
        if (instruction.status() != InstructionStatus.RECORDED || instruction.awaitsLead()) {
            return Mono.just(recorded(instruction, null, command));
        }
        return deadlines
                .start(
                        instruction.words().urgency().decompositionRule(),
                        instruction.subjectType(),
                        instruction.id(),
                        InstructionDecomposing.DECOMPOSITION,
                        command.now())
                .map(due -> recorded(instruction, due, command));
    }

    static Outcome<InstructionFile> recorded(
            LeaderInstruction instruction, @Nullable Deadline decomposition, Command command) {
        var words = instruction.words();
        var outcome = Outcome.about(InstructionFile.of(instruction)).inserting(instruction);
        if (words.coordinatingLeaderId() != null) {
            outcome.opening(
                    InstructionMove.COORDINATE.name(),
                    Assignee.person(words.coordinatingLeaderId()),
                    words.leaderDueAt());
        } else if (words.category().asksForAction()) {
            outcome.opening(InstructionMove.DECOMPOSE.name(), Assignee.holders(DOC_HANDLER), dueOf(decomposition));
        }
        if (decomposition != null) {
            InstructionDecomposing.starting(outcome, decomposition);
        }
        if (!words.addresseeIds().isEmpty()) {
            outcome.opening(InstructionMove.ACKNOWLEDGE.name(), Assignee.persons(words.addresseeIds()), null);
        }
        var priority = words.category().asksForAction() ? Priority.ACTION : Priority.INFO;
        return outcome.announcing("recorded", priority, command.now());
    }

    private static @Nullable Instant dueOf(@Nullable Deadline clock) {
        return clock == null ? null : clock.currentDueAt();
    }

    private Mono<Boolean> chief(UUID leader) {
        return directory
                .holds(leader, CHIEF_LEADER, null)
                .flatMap(chief -> chief
                        ? Mono.just(true)
                        : directory
                                .requirePost(leader, DEPUTY_LEADER, null, "/leaderId")
                                .thenReturn(false));
    }

    /** Words are delivered to leaders, and another leader takes the lead. */
    private Mono<Void> requireLeaders(LeadersWords words) {
        var named = new HashSet<>(words.addresseeIds());
        Optional.ofNullable(words.coordinatingLeaderId()).ifPresent(named::add);
        return Flux.fromIterable(named)
                .concatMap(leader -> chief(leader)
                        .onErrorMap(
                                Refusal.class,
                                none -> Refusal.invalid("/addresseeIds", "所列人员不是区领导。", "A person named is no leader.")))
                .then();
    }
}
