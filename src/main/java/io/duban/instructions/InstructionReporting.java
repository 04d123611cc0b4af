package io.duban.instructions;

import static io.duban.instructions.InstructionMove.*;
import static io.duban.platform.identity.Role.*;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Event;
import io.duban.platform.events.Priority;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.platform.todos.Assignee;
import io.duban.supervision.SupervisionResults;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The end: told to the leader by the office, struck off by him, or cancelled by the director. */
@Component
class InstructionReporting {

    private final InstructionFiles files;
    private final FeedbackClock clock;
    private final SupervisionResults results;

    InstructionReporting(InstructionFiles files, FeedbackClock clock, SupervisionResults results) {
        this.files = files;
        this.clock = clock;
        this.results = results;
    }

    /** What the leader is told, and where the office checked it. */
    record Result(String text, From resultFrom) {

        /** With SUPERVISION_MATTER the units handed in there, and write nothing twice. */
        enum From {
            FEEDBACK,
            SUPERVISION_MATTER
        }
    }

    Mono<Outcome<InstructionFile>> report(UUID id, Result result, Command command) {
        return files.require(id, command.access().reach())
                .zipWhen(
                        file -> clock.silentFrom(file.instruction(), command.now()),
                        (file, silentFrom) -> reported(file, result, silentFrom, command))
                .delayUntil(outcome -> requireVerified(outcome.subject(), result));
    }

    /** A result that was handed in to supervision is told to the leader once supervision has verified it (D7). */
    private Mono<Void> requireVerified(InstructionFile file, Result result) {
        if (result.resultFrom() != Result.From.SUPERVISION_MATTER) {
            return Mono.empty();
        }
        return Mono.justOrEmpty(file.instruction().course().handling().matterId())
                .flatMap(results::isVerified)
                .defaultIfEmpty(false)
                .flatMap(
                        verified -> verified
                                ? Mono.empty()
                                : Mono.error(
                                        bypass(
                                                "督查事项尚未核查办结,不能据此向领导报告;请待督查办结,或由承办单位反馈并审核通过。",
                                                "Supervision has not verified the result of the matter; wait for it, or accept the units' feedback.")));
    }

    static Outcome<InstructionFile> reported(InstructionFile file, Result result, Instant silentFrom, Command command) {
        requireOfficesCheck(file, result, command);
        var report = new Course.Report(result.text(), command.officer().id(), command.now(), silentFrom);
        var reported = file.after(REPORT, file.instruction().course().with(report), command);
        return toLeader(reported, command).closing(GIVE_FEEDBACK.name()).closing(ACCEPT_FEEDBACK.name());
    }

    /** The report lies on his desk, with his own words; it ends when he strikes it off or writes again. */
    static Outcome<InstructionFile> toLeader(InstructionFile reported, Command command) {
        return Closing.handled(reported, reported.changed(), command.now())
                .closing(REPORT.name())
                .opening(
                        STRIKE_OFF.name(),
                        Assignee.person(reported.instruction().leaderId()),
                        null)
                .announcing("reported", Priority.ACTION, command.now());
    }

    private static void requireOfficesCheck(InstructionFile file, Result result, Command command) {
        var officer = command.officer();
        if (officer.has(UNIT_LIAISON, UNIT_DEPUTY, UNIT_HEAD) && !REPORT.isInHandsOf(officer)) {
            throw bypass("反馈须经办公室审核后报送领导,单位不能直接报送。", "Units feed back to the office, which reports to the leader.");
        }
        file.check(REPORT, command);
        if (file.feedback().stream().anyMatch(InstructionFeedback::isSubmitted)
                || result.resultFrom() == Result.From.FEEDBACK && !file.isResultAccepted()) {
            throw bypass("承办单位的办理结果尚未经办公室审核通过。", "The office has not accepted the result of every unit that answers.");
        }
    }

    private static Refusal bypass(String chinese, String english) {
        return Refusal.of(RefusalCode.E_DOC_BYPASS_OFFICE_REVIEW, chinese, english);
    }

    Mono<Outcome<InstructionFile>> strikeOff(UUID id, Command command) {
        return files.require(id, command.access().reach()).map(file -> struckOff(file, command));
    }

    static Outcome<InstructionFile> struckOff(InstructionFile file, Command command) {
        file.check(STRIKE_OFF, command);
        file.requireOwner(command);
        requireOther(file, command);
        var struck = ended(file, STRIKE_OFF, Course.Ending.by(null, command), command);
        return Closing.of(struck, command.now())
                .announcing(Event.of("struckOff", Priority.INFO, struck, command.now())
                        .to(struck.instruction().unitIds()));
    }

    /** Who checked the result or reported it does not strike it off for the leader (D10). */
    private static void requireOther(InstructionFile file, Command command) {
        var reporter = file.instruction().course().report().reportedById();
        var checkers = file.feedback().stream().map(InstructionFeedback::decidedById);
        if (Stream.concat(Stream.ofNullable(reporter), checkers).anyMatch(command.persons()::contains)) {
            throw Refusal.of(
                    RefusalCode.E_GEN_SELF_APPROVAL,
                    "审核、报送办理结果的人不能代领导销号,请领导本人或另一位受托人办理。",
                    "Who checked or reported the result does not strike it off for the leader; he or another delegate does.");
        }
    }

    Mono<Outcome<InstructionFile>> cancel(UUID id, String reason, Command command) {
        return files.require(id, command.access().reach()).map(file -> cancelled(file, reason, command));
    }

    /** Said to the leader, whose words they were. */
    static Outcome<InstructionFile> cancelled(InstructionFile file, String reason, Command command) {
        file.check(CANCEL, command);
        var cancelled = ended(file, CANCEL, Course.Ending.by(reason, command), command);
        return Closing.of(cancelled, command.now())
                .announcing(Event.of("cancelled", Priority.INFO, cancelled, command.now())
                        .to(Set.of(cancelled.instruction().leaderId())));
    }

    private static InstructionFile ended(
            InstructionFile file, InstructionMove move, Course.Ending ending, Command command) {
        return file.after(move, file.instruction().course().with(ending), command);
    }
}
