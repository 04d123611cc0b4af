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
import java.time.ZoneId;
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

    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

    private final MatterFiles files;
    private final NoticeNumberings numberings;
    private final MatterClocks clocks;
    private final MatterDrafting drafting;
    private final Directory directory;
    private final String issuerCode;

    NoticeIssuing(
            MatterFiles files,
            NoticeNumberings numberings,
            MatterClocks clocks,
            MatterDrafting drafting,
            Directory directory,
            @Value("${duban.supervision.issuer-code:南督}") String issuerCode) {
        this.files = files;
        this.numberings = numberings;
        this.clocks = clocks;
        this.drafting = drafting;
        this.directory = directory;
        this.issuerCode = issuerCode;
    }

    /** A unit's part with the clocks that start with it. */
    private record Assigned(SupervisionAssignment assignment, Deadline due, Deadline signBy) {}

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
                                        command.now().atZone(OFFICE).getYear())
                                .map(number -> outcome(file, order, parts, number, command))));
    }

    private Outcome<MatterFile> outcome(
            MatterFile file, NoticeOrder order, List<Assigned> parts, NoticeNumbering number, Command command) {
        var assignments = parts.stream().map(Assigned::assignment).toList();
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
        parts.forEach(part -> hand(part, outcome));
        var leader = matter.brief().instructingLeaderId();
        if (leader != null) {
            outcome.opening(FOLLOW, Assignee.person(leader), issued.dueAt());
        }
        return number.takenBy(outcome);
    }

    private static void hand(Assigned part, Outcome<MatterFile> outcome) {
        var unit = part.assignment().unitId();
        outcome.inserting(part.assignment())
                .starting(part.due())
                .starting(part.signBy())
                .opening(
                        UnitStep.SIGN_FOR.of(unit),
                        Assignee.holdersAt(Set.of(unit), UNIT_LIAISON),
                        part.signBy().currentDueAt());
    }

    /** The clock starts with the notice, not when the unit deigns to sign (domain D4). The host's date comes first: the others hang on it. */
    private Mono<List<Assigned>> assigned(SupervisionMatter matter, NoticeOrder order, Command command) {
        var host = order.host();
        var urgency = matter.brief().urgency();
        return clocks.host(matter.id(), host.unitId(), urgency, host.dueAt(), command.now())
                .flatMap(hostDue -> Flux.fromIterable(order.co())
                        .concatMap(part -> clocks.co(hostDue, part.unitId(), part.dueAt(), command.now())
                                .flatMap(due -> assigned(matter, part, due, command)))
                        .startWith(assigned(matter, host, hostDue, command))
                        .collectList());
    }

    private Mono<Assigned> assigned(SupervisionMatter matter, NoticeOrder.Part part, Deadline due, Command command) {
        return clocks.signFor(matter.id(), part.unitId(), matter.brief().urgency(), command.now())
                .map(signBy -> new Assigned(
                        SupervisionAssignment.issued(matter.id(), part.unitId(), part.duty(), due), due, signBy));
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
