package io.duban.supervision.matters;

import static io.duban.platform.identity.Role.*;
import static io.duban.supervision.matters.MatterMove.*;

import io.duban.platform.calendar.AlertLight;
import io.duban.platform.calendar.Deadline;
import io.duban.platform.calendar.Deadlines;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Escalation;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Event;
import io.duban.platform.events.Priority;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.platform.todos.Assignee;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What takes years is tracked (长期跟踪): the hosts' clocks end, a clock of reports begins and begins again with each report. The domain's table leads
 * nowhere from there; so that tracking is no grave, the approver may end it ({@link TrackingEnding}).
 */
@Component
class LongTermTracking {

    private static final String OVERDUE = "URGE_TRACKING_REPORT";

    private final MatterFiles files;
    private final Trackings trackings;
    private final Deadlines deadlines;

    LongTermTracking(MatterFiles files, Trackings trackings, Deadlines deadlines) {
        this.files = files;
        this.trackings = trackings;
        this.deadlines = deadlines;
    }

    /** @throws Refusal {@code E_GEN_SCOPE} for an overdue one, unless the chief leader himself decides: tracking hides no red light */
    Mono<Outcome<MatterFile>> convert(UUID matterId, Tracking.Terms terms, Command command) {
        return files.require(matterId, command.access().reach())
                .doOnNext(file -> CONVERT_LONG_TERM.check(
                        file.matter().status(), file.matter().version(), command))
                .doOnNext(file -> requireMayHide(file, command))
                .doOnNext(LongTermTracking::requireJudged)
                .flatMap(file -> report(terms.rule(), matterId, Tracking.clock(1), command)
                        .map(due -> converted(file, Tracking.of(matterId, terms, due, command), due, command)));
    }

    Mono<Outcome<MatterFile>> report(UUID matterId, String facts, @Nullable String nextStep, Command command) {
        return files.require(matterId, command.access().reach())
                .doOnNext(file -> requireHost(file, command))
                .flatMap(file -> open(matterId)
                        .flatMap(tracking -> report(tracking.rule(), matterId, tracking.nextClock(), command)
                                .map(due -> reported(file, tracking, due, facts, nextStep, command))));
    }

    /** What was handed in is judged first: nobody would come back to it for years. */
    private static void requireJudged(MatterFile file) {
        if (!isJudged(file)) {
            throw Refusal.illegalState(
                    CONVERT_LONG_TERM.name(),
                    AssignmentStatus.FEEDBACK_SUBMITTED.name(),
                    List.of(AssignmentMove.ACCEPT.name(), AssignmentMove.RETURN_FOR_CORRECTION.name()));
        }
    }

    static boolean isJudged(MatterFile file) {
        return file.assignments().stream().noneMatch(part -> part.status() == AssignmentStatus.FEEDBACK_SUBMITTED);
    }

    private static void requireMayHide(MatterFile file, Command command) {
        if (file.light(command.now()) == AlertLight.RED && !command.officer().has(CHIEF_LEADER)) {
            throw Refusal.of(
                    RefusalCode.E_GEN_SCOPE,
                    "已超期的事项转为长期跟踪,须由主要领导决定。",
                    "Only the chief leader turns an overdue matter into long-term tracking.");
        }
    }

    private static void requireHost(MatterFile file, Command command) {
        if (command.seenVersion() != file.version()) {
            throw Refusal.stale(file.version());
        }
        if (file.matter().status() != SupervisionMatterStatus.LONG_TERM_TRACKING) {
            throw Refusal.illegalState(Tracking.REPORT, file.state(), List.of());
        }
        if (file.hosts().stream()
                .noneMatch(host -> command.officer().hasAt(host.unitId(), UNIT_HEAD, UNIT_DEPUTY, UNIT_LIAISON))) {
            throw Refusal.of(RefusalCode.E_GEN_SCOPE, "由主办单位报告。", "A host unit reports.");
        }
    }

    private static Outcome<MatterFile> converted(MatterFile before, Tracking tracking, Deadline due, Command command) {
        var file = before.with(
                MatterTurns.dated(MatterTurns.turned(before.matter(), CONVERT_LONG_TERM, command), tracking.term()));
        var outcome = Outcome.about(file)
                .updating(file.matter())
                .inserting(tracking)
                .inserting(MatterEntry.of(CONVERT_LONG_TERM, file.id(), tracking.stageResult(), command)
                        .withPoints(tracking.goals().stream()
                                .map(goal -> goal.year() + ": " + goal.goal())
                                .toList()));
        Everybody.end(before.open(), outcome, command);
        return asked(outcome, due)
                .announcing(Event.of("trackingBegun", Priority.ACTION, file, command.now())
                        .to(Everybody.of(file)));
    }

    private static Outcome<MatterFile> reported(
            MatterFile before,
            Tracking tracking,
            Deadline due,
            String facts,
            @Nullable String nextStep,
            Command command) {
        var next = tracking.reported(due);
        var file = before.with(MatterTurns.dated(before.matter().touched(command.now()), next.term()));
        return asked(
                        Outcome.about(file)
                                .updating(file.matter())
                                .updating(next)
                                .inserting(MatterEntry.of(Step.TRACKING_REPORT, file.id(), facts, command)
                                        .withPoints(Stream.ofNullable(nextStep).toList()))
                                .closing(Tracking.REPORT)
                                .satisfying(tracking.clock(), command.now()),
                        due)
                .announcing("trackingReported", Priority.INFO, command.now());
    }

    /** The hosts are asked for the next report; when it is late, the supervisors urge it. */
    private static Outcome<MatterFile> asked(Outcome<MatterFile> outcome, Deadline due) {
        var file = outcome.subject();
        var hosts = file.hosts().stream().map(SupervisionAssignment::unitId).collect(Collectors.toSet());
        return outcome.starting(due, Escalation.to(OVERDUE, Assignee.persons(Set.copyOf(file.supervisors()))))
                .opening(Tracking.REPORT, Assignee.holdersAt(hosts, UNIT_LIAISON), due.currentDueAt());
    }

    private Mono<Deadline> report(String rule, UUID matterId, String clock, Command command) {
        return deadlines.start(rule, SupervisionMatter.SUBJECT_TYPE, matterId, clock, command.now());
    }

    private Mono<Tracking> open(UUID matterId) {
        return trackings.findByMatterIdAndEndedAtIsNull(matterId).switchIfEmpty(Mono.error(Refusal::notFound));
    }

    /** What stands on the time line and is no move. */
    private enum Step {
        TRACKING_REPORT
    }
}
