package io.duban.feedbacks;

import io.duban.platform.calendar.AlertLight;
import io.duban.platform.calendar.Deadline;
import io.duban.platform.commands.Command;
import io.duban.platform.events.Audience;
import io.duban.platform.events.Subject;
import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Role;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A complaint or suggestion with its answers, oldest first. */
record FeedbackFile(Feedback feedback, List<FeedbackAnswer> answers) implements Subject {

    static final String SUBJECT_TYPE = "feedback";

    /** The clock of the answer. */
    static final String ANSWER = "HANDLE";

    static FeedbackFile of(Feedback posted) {
        return new FeedbackFile(posted, List.of());
    }

    /** The office's answer. */
    FeedbackFile answered(String text, Command command) {
        var move = FeedbackMove.answering(feedback.status());
        check(move, command);
        if (isAuthor(command.officer())) {
            throw Refusal.of(
                    RefusalCode.E_GEN_SELF_APPROVAL,
                    "不能答复本人提出的投诉建议,请由他人答复。",
                    "Nobody answers what he posted himself; somebody else of the office does.");
        }
        if (!mayAnswer(command.officer())) {
            throw Refusal.of(
                    RefusalCode.E_GEN_SCOPE,
                    "不满意后重新办理的,由办公室主任答复。",
                    "What was reopened is answered by the office director.");
        }
        var answer = FeedbackAnswer.of(feedback.id(), answers.size() + 1, text, command);
        return new FeedbackFile(
                feedback.after(move, command.now()),
                Stream.concat(answers.stream(), Stream.of(answer)).toList());
    }

    /** The poster's word on the last answer; with a new clock where it is reopened. */
    FeedbackFile rated(FeedbackVerdict verdict, Deadline due, Command command) {
        var move = FeedbackMove.rating(verdict.rating(), feedback.status());
        check(move, command);
        if (!isAuthor(command.officer())) {
            throw Refusal.of(RefusalCode.E_GEN_SCOPE, "只有提出人本人可以评价答复。", "Only who posted it rates the answer.");
        }
        var rated = lastAnswer().rated(verdict, command.now());
        var next = move == FeedbackMove.REOPEN
                ? feedback.after(move, command.now(), due)
                : feedback.after(move, command.now());
        return new FeedbackFile(
                next,
                Stream.concat(answers.stream().limit(answers.size() - 1), Stream.of(rated))
                        .toList());
    }

    FeedbackAnswer lastAnswer() {
        return answers.get(answers.size() - 1);
    }

    /** Legal by the table for somebody who saw the present version. */
    private void check(FeedbackMove move, Command command) {
        move.check(feedback.status(), version(), command);
    }

    boolean isAuthor(Officer officer) {
        return feedback.authorId().equals(officer.id());
    }

    /** Whether it is his to answer now: nobody his own, and what was reopened the director's, unless he posted it himself. */
    boolean mayAnswer(Officer officer) {
        return !isAuthor(officer) && officer.has(answerers());
    }

    /** The posts whose holders answer it now. */
    Role[] answerers() {
        if (feedback.byDirector()) {
            return new Role[] {Role.OFFICE_DEPUTY};
        }
        return feedback.status() == FeedbackStatus.REOPENED
                ? new Role[] {Role.OFFICE_DIRECTOR}
                : new Role[] {Role.OFFICE_DIRECTOR, Role.OFFICE_DEPUTY};
    }

    /** Whether this reader is to know who wrote it. Who may read it at all is asked by the matrix. */
    boolean showsAuthorTo(Officer reader) {
        return isAuthor(reader)
                || reader.has(Role.OFFICE_DIRECTOR)
                || !feedback.posted().unnamed();
    }

    @Override
    public UUID id() {
        return feedback.id();
    }

    @Override
    public long version() {
        return feedback.version();
    }

    @Override
    public String subjectType() {
        return SUBJECT_TYPE;
    }

    @Override
    public String title() {
        return feedback.posted().title();
    }

    @Override
    public String state() {
        return feedback.status().name();
    }

    @Override
    public Audience audience() {
        return new Audience("feedback:read", Set.of(), Set.of(feedback.authorId()));
    }

    @Override
    public @Nullable Instant dueAt() {
        return feedback.dueAt();
    }

    @Override
    public AlertLight light(Instant now) {
        return AlertLight.of(
                now, feedback.warnAt(), feedback.dueAt(), !feedback.status().awaitsAnswer());
    }
}
