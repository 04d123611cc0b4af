package io.duban.supervision.matters;

import static io.duban.platform.identity.Role.*;

import io.duban.platform.calendar.Deadline;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Event;
import io.duban.platform.events.Priority;
import io.duban.platform.identity.Directory;
import io.duban.platform.problem.Refusal;
import io.duban.platform.todos.Assignee;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** From the approval to the units' desks (交办): a numbered notice, an assignment and two clocks for each unit, all at once. */
@Component
class NoticeIssuing {

    /** The leader's to-do while units work on what he wants done; it ends when they are through with it. */
    static final String FOLLOW = "FOLLOW";

    private final MatterFiles files;
    private final NoticeNumberings numberings;
    private final MatterClocks clocks;
    private final PartStarting starting;
    private final MatterDrafting drafting;
    private final Directory directory;
    private final String issuerCode;

    NoticeIssuing(
            MatterFiles files,
            NoticeNumberings numberings,
            MatterClocks clocks,
            PartStarting starting,
            MatterDrafting drafting,
            Directory directory,
            @Value("${duban.supervision.issuer-code:南督}") String issuerCode) {
        this.files = files;
        this.numberings = numberings;
        this.clocks = clocks;
        this.starting = starting;
        this.drafting = drafting;
        this.directory = directory;
        this.issuerCode = issuerCode;
    }

    Mono<Outcome<MatterFile>> issue(UUID matterId, NoticeOrder order, Command command) {
        return files.require(matterId, command.access().reach())
                .doOnNext(file -> MatterMove.ISSUE_NOTICE.check(
                        file.matter().status(), file.matter().version(), command))
                .doOnNext(file -> order.check())
                .delayUntil(file -> requireUnits(order.units()))
                .delayUntil(file -> drafting.requireFieldSupervisors(order.fieldSupervisorIds()))
                .flatMap(file -> assigned(file.matter(), order, command)
                        .flatMap(parts -> numberings
                                .next(
                                        order.kind().numbered(),
                                        command.now()
                                                .atZone(MatterClocks.OFFICE)
                                                .getYear())
                                .map(number -> outcome(file, order, parts, number, command))));
    }

    private Outcome<MatterFile> outcome(
            MatterFile file,
            NoticeOrder order,
            List<PartStarting.Started> parts,
            NoticeNumbering number,
            Command command) {
        var assignments = parts.stream().map(PartStarting.Started::assignment).toList();
        var matter = file.matter().issue(assignments, order.fieldSupervisorIds(), command);
        var notice = SupervisionNotice.issued(
                matter.id(), number, issuerCode, order.requirement(), signer(matter, command), command);
        var issued = file.issued(matter, assignments, notice);
        var outcome = Outcome.about(issued)
                .updating(matter)
                .inserting(notice)
                .inserting(MatterEntry.of(MatterMove.ISSUE_NOTICE, matter.id(), order.requirement(), command))
                .closing(MatterMove.ISSUE_NOTICE.name())
                .announcing(Event.of("issued", Priority.ACTION, issued, command.now())
                        .to(told(matter, order)));
        parts.forEach(part -> part.on(outcome));
        var leader = matter.brief().instructingLeaderId();
        if (leader != null) {
            outcome.opening(FOLLOW, Assignee.person(leader), issued.dueAt());
        }
        return number.takenBy(outcome);
    }

    /** Those who answer for a result come first: the dates of co units hang on the host's. */
    private Mono<List<PartStarting.Started>> assigned(SupervisionMatter matter, NoticeOrder order, Command command) {
        var chaser = chaser(matter, order, command);
        return Flux.fromIterable(order.leading())
                .concatMap(part -> clocks.whole(matter, part.unitId(), part.dueAt(), order.outerDueAt(), command.now())
                        .map(due -> start(part, due, chaser, command)))
                .collectList()
                .flatMapMany(leading -> Flux.fromIterable(order.with(SupervisionAssignment.Duty.CO))
                        .concatMap(part -> clocks.co(
                                        matter, leading.get(0).due(), part.unitId(), part.dueAt(), command.now())
                                .map(due -> start(part, due, chaser, command)))
                        .startWith(leading))
                .concatMap(part -> starting.start(matter, part))
                .collectList();
    }

    private static PartStarting.Start start(NoticeOrder.Part part, Deadline due, UUID chaser, Command command) {
        return new PartStarting.Start(part.unitId(), part.duty(), due, chaser, command.now());
    }

    /** One of those who run the matter, so that he sees it. */
    private static UUID chaser(SupervisionMatter matter, NoticeOrder order, Command command) {
        var supervisors = matter.hands().supervisors();
        if (order.chaserId() != null) {
            if (!supervisors.contains(order.chaserId())
                    && !order.chaserId().equals(command.officer().id())) {
                throw Refusal.invalid("/chaserId", "催办人须为本事项的督查人员。", "Who chases is one of those who run the matter.");
            }
            return order.chaserId();
        }
        return command.officer().id();
    }

    /** Who approved the matter signs with that; the director who issues it himself signs it himself. Never a name from the request. */
    private static UUID signer(SupervisionMatter matter, Command command) {
        var approver = matter.hands().approvedById();
        var officer = command.officer();
        return approver == null || officer.has(OFFICE_DIRECTOR) ? officer.id() : approver;
    }

    private static Set<UUID> told(SupervisionMatter matter, NoticeOrder order) {
        var told = new ArrayList<>(order.units());
        if (matter.brief().instructingLeaderId() != null) {
            told.add(matter.brief().instructingLeaderId());
        }
        return told.stream().collect(Collectors.toUnmodifiableSet());
    }

    private Mono<Void> requireUnits(Set<UUID> units) {
        return directory
                .canAllSignFor(units)
                .flatMap(all -> all
                        ? Mono.empty()
                        : Mono.error(Refusal.invalid("/assignments", "承办单位不存在。", "A unit does not exist.")));
    }
}
