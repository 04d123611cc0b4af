package io.duban.supervision.matters;

import static io.duban.supervision.matters.AssignmentMove.*;

import io.duban.platform.calendar.AlertLight;
import io.duban.platform.calendar.Deadline;
import io.duban.platform.commands.Command;
import io.duban.platform.events.Audience;
import io.duban.platform.events.Subject;
import io.duban.platform.problem.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A matter with all that hangs on it (案卷). Each step gives the file as it is afterwards, the matter always one version on: two reviewers who
 * accept at the same moment cannot both miss that theirs was the last.
 */
public record MatterFile(
        SupervisionMatter matter,
        List<SupervisionAssignment> assignments,
        List<SupervisionNotice> notices,
        List<FieldRecord> inspections)
        implements Subject {

    public static MatterFile drafted(SupervisionMatter matter) {
        return new MatterFile(matter, List.of(), List.of(), List.of());
    }

    SupervisionAssignment assignment(UUID assignmentId) {
        return assignments.stream()
                .filter(assignment -> assignment.id().equals(assignmentId))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    MatterFile with(SupervisionMatter changed) {
        return new MatterFile(changed, assignments, notices, inspections);
    }

    MatterFile issued(SupervisionMatter changed, List<SupervisionAssignment> parts, SupervisionNotice notice) {
        return new MatterFile(changed, parts, List.of(notice), inspections);
    }

    MatterFile signFor(UUID assignmentId, UUID handler, @Nullable Instant stageDueAt, Command command) {
        return step(SIGN_FOR, assignmentId, part -> part.signFor(handler, stageDueAt, command), command);
    }

    MatterFile report(
            UUID assignmentId,
            @Nullable Integer percent,
            @Nullable String reversalReason,
            @Nullable Instant stageDueAt,
            Command command) {
        return step(
                REPORT_PROGRESS,
                assignmentId,
                part -> part.report(percent, reversalReason, stageDueAt, command),
                command);
    }

    MatterFile submitFinal(UUID assignmentId, HandIn result, Command command) {
        return step(SUBMIT_FINAL, assignmentId, part -> part.submitFinal(result, matter.brief(), command), command);
    }

    MatterFile accept(UUID assignmentId, Command command) {
        return step(ACCEPT, assignmentId, part -> part.accept(command), command);
    }

    MatterFile returnForCorrection(
            UUID assignmentId, List<String> defects, @Nullable Instant stageDueAt, Command command) {
        return step(
                RETURN_FOR_CORRECTION,
                assignmentId,
                part -> part.returnForCorrection(defects, stageDueAt, command),
                command);
    }

    /** What was accepted turned out not to be true: these hosts do it again, each until its own new date. */
    MatterFile verificationFailed(Map<UUID, Deadline> due, Command command) {
        MatterMove.VERIFICATION_FAILED.check(matter.status(), matter.version(), command);
        return again(MatterMove.VERIFICATION_FAILED, REDO, due, command);
    }

    MatterFile markHandled(Course.Answer citizen, Command command) {
        return with(matter.markHandled(recordAuthors(), citizen, command));
    }

    /** Who looked on the spot and handed in a record of it. */
    Set<UUID> recordAuthors() {
        return FieldRecord.authors(inspections);
    }

    MatterFile instructAgain(Map<UUID, Deadline> due, Command command) {
        MatterMove.INSTRUCT_AGAIN.check(matter.status(), matter.version(), command);
        new Owner(matter).require(command);
        return again(MatterMove.INSTRUCT_AGAIN, SIGN_ANEW, due, command);
    }

    /** It came back after the strike-off (反弹). */
    MatterFile reopen(Map<UUID, Deadline> due, Command command) {
        MatterMove.REOPEN.check(matter.status(), matter.version(), command);
        return again(MatterMove.REOPEN, SIGN_ANEW, due, command);
    }

    /** Those who answer for a result of their own, but for units that have no part any more. */
    List<SupervisionAssignment> hosts() {
        return assignments.stream()
                .filter(part -> part.isHost() && part.status() != AssignmentStatus.RELEASED)
                .toList();
    }

    /** Parts a matter ends without: what co-handlers still owed. */
    List<SupervisionAssignment> open() {
        return assignments.stream().filter(part -> !part.status().isThrough()).toList();
    }

    /** What a step made of parts, old and new ones; a step of the matter itself is not among them. */
    MatterFile after(AssignmentMove move, List<SupervisionAssignment> changed, Instant now) {
        matter.requireUnderWay(move.name());
        var parts = new Parts(assignments).with(changed);
        return with(matter.after(move, parts, now), parts);
    }

    /** What an act made of a part that stays where it is. */
    MatterFile after(SupervisionAssignment changed, Instant now) {
        var parts = new Parts(assignments).with(List.of(changed));
        return with(matter.touchedBy(parts, now), parts);
    }

    /** The same with one part changed by a step of the whole matter. */
    MatterFile withPart(SupervisionAssignment changed) {
        return with(matter, new Parts(assignments).with(List.of(changed)));
    }

    private MatterFile step(
            AssignmentMove move, UUID assignmentId, UnaryOperator<SupervisionAssignment> step, Command command) {
        var changed = step.apply(assignment(assignmentId));
        return after(move, List.of(changed), command.now());
    }

    private MatterFile again(MatterMove move, AssignmentMove step, Map<UUID, Deadline> due, Command command) {
        var units = new Parts(hosts()).units(due.keySet());
        var parts = new Parts(assignments).again(step, due);
        return with(matter.again(move, parts, units, command), parts);
    }

    MatterFile with(SupervisionMatter changed, List<SupervisionAssignment> parts) {
        return new MatterFile(changed, parts, notices, inspections);
    }

    @Override
    public UUID id() {
        return matter.id();
    }

    @Override
    public long version() {
        return matter.version();
    }

    @Override
    public String subjectType() {
        return SupervisionMatter.SUBJECT_TYPE;
    }

    @Override
    public String title() {
        return matter.brief().title();
    }

    @Override
    public String state() {
        return matter.status().name();
    }

    @Override
    public Audience audience() {
        return new Audience("supervision:read", matter.unitIds(), matter.participantIds());
    }

    @Override
    public @Nullable Instant dueAt() {
        return matter.term().dueAt();
    }

    @Override
    public AlertLight light(Instant now) {
        return matter.term().light(now, matter.status());
    }

    /** The people a leader's word concerns on the office's side. */
    Set<UUID> supervisors() {
        return matter.hands().supervisors();
    }
}
