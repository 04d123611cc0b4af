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
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The end: told to the leader by the office, struck off by him, or cancelled by the director. */
@Component
class InstructionReporting {

    private final InstructionFiles files;
    private final FeedbackClock clock;

    InstructionReporting(InstructionFiles files, FeedbackClock clock) {
        this.files = files;
        this.clock = clock;
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
                .doOnNext(file -> requireOfficesCheck(file, result, command))
                .zipWhen(
                        file -> clock.silentFrom(file.instruction(), command.now()),
                        (file, silentFrom) -> reported(file, result.text(), silentFrom, command));
    }

    private static Outcome<InstructionFile> reported(
            InstructionFile file, String text, Instant silentFrom, Command command) {
        var report = new Course.Report(text, command.officer().id(), command.now(), silentFrom);
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
        return files.require(id, command.access().reach())
                .doOnNext(file -> file.check(STRIKE_OFF, command))
                .doOnNext(file -> file.requireOwner(command))
                .map(file -> file.after(
                        STRIKE_OFF, file.instruction().course().with(Course.Ending.by(null, command)), command))
                .map(struck -> Closing.of(struck, command.now())
                        .announcing(Event.of("struckOff", Priority.INFO, struck, command.now())
                                .to(struck.instruction().unitIds())));
    }

    /** Said to the leader, whose words they were. */
    Mono<Outcome<InstructionFile>> cancel(UUID id, String reason, Command command) {
        return files.require(id, command.access().reach())
                .doOnNext(file -> file.check(CANCEL, command))
                .map(file -> file.after(
                        CANCEL, file.instruction().course().with(Course.Ending.by(reason, command)), command))
                .map(cancelled -> Closing.of(cancelled, command.now())
                        .announcing(Event.of("cancelled", Priority.INFO, cancelled, command.now())
                                .to(Set.of(cancelled.instruction().leaderId()))));
    }
}
