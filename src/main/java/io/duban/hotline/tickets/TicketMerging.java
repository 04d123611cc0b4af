package io.duban.hotline.tickets;

import io.duban.platform.calendar.Deadline;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Event;
import io.duban.platform.events.Priority;
import io.duban.platform.problem.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Several citizens, one matter (合并): the parent is handled, each child's citizen is still answered and called back. */
@Component
class TicketMerging {

    /** All of them follow their parent in one statement. */
    private static final int MOST_CHILDREN = 100;

    private final HotlineTickets tickets;
    private final RepeatSearch repeats;
    private final HandleClocks clocks;
    private final MergedChildren children;

    TicketMerging(HotlineTickets tickets, RepeatSearch repeats, HandleClocks clocks, MergedChildren children) {
        this.tickets = tickets;
        this.repeats = repeats;
        this.clocks = clocks;
        this.children = children;
    }

    /** A child as the dispatcher saw it. */
    record Child(UUID ticketId, long version) {}

    /** A child and where the request names it. */
    private record Row(HotlineTicket child, String pointer) {}

    Mono<Outcome<HotlineTicket>> merge(UUID childId, UUID parentId, Command command) {
        return tickets.require(childId, command.access().reach()).flatMap(child -> {
            TicketMove.MERGE.check(child, command);
            return parent(parentId, command)
                    .flatMap(parent -> merged(parent, List.of(new Row(child, "/parentId")), command))
                    .map(merger -> merger.ofItsOnlyChild(command.now()));
        });
    }

    Mono<Outcome<MergedFamily>> mergeAll(UUID parentId, List<Child> seen, Command command) {
        return tickets.require(parentId, command.access().reach()).flatMap(parent -> {
            if (command.seenVersion() != parent.version()) {
                throw Refusal.stale(parent.version());
            }
            MergeRules.requireOpen(parent, "/ticketId");
            TicketAct.MERGE_CHILDREN.check(parent, command);
            return rows(seen, command)
                    .flatMap(rows -> merged(parent, rows, command))
                    .map(merger -> merger.ofTheFamily(command.now()));
        });
    }

    Mono<Outcome<HotlineTicket>> unmerge(UUID childId, Command command) {
        return tickets.require(childId, command.access().reach()).flatMap(child -> {
            TicketMove.UNMERGE.check(child, command);
            return children.released(child, command.now())
                    .flatMap(released -> tickets.findById(
                                    Objects.requireNonNull(child.lineage().parentId()))
                            .map(parent -> released.announcing(
                                    Event.of("childReleased", Priority.INFO, parent, command.now()))));
        });
    }

    private Mono<HotlineTicket> parent(UUID parentId, Command command) {
        return tickets.findById(parentId)
                .filter(parent -> command.access().reach().covers(parent.unitIds(), parent.participantIds()))
                .switchIfEmpty(Mono.error(
                        () -> Refusal.invalid("/parentId", "主单不存在,或者您无权查看。", "There is no such parent in your reach.")))
                .doOnNext(parent -> MergeRules.requireOpen(parent, "/parentId"));
    }

    /** Each once, as it was seen; what changed since, or is not there, is a flaw of its row. */
    private Mono<List<Row>> rows(List<Child> seen, Command command) {
        var ids = seen.stream().map(Child::ticketId).toArray(UUID[]::new);
        return tickets.findAllById(ids)
                .filter(child -> command.access().reach().covers(child.unitIds(), child.participantIds()))
                .collectMap(HotlineTicket::id, Function.identity())
                .map(found -> {
                    var flaws = new ArrayList<Refusal.Flaw>();
                    var rows = new ArrayList<Row>();
                    IntStream.range(0, seen.size()).forEach(i -> {
                        var pointer = "/children/" + i;
                        var child = found.remove(seen.get(i).ticketId());
                        if (child == null) {
                            flaws.add(new Refusal.Flaw(
                                    pointer, "工单不存在、重复填写或您无权查看。", "Not found, named twice, or out of your reach."));
                        } else if (child.version() != seen.get(i).version()) {
                            flaws.add(MergeRules.changed(child, pointer));
                        } else {
                            rows.add(new Row(child, pointer));
                        }
                    });
                    requireNone(flaws);
                    return rows;
                });
    }

    private Mono<Merger> merged(HotlineTicket parent, List<Row> rows, Command command) {
        var ids = rows.stream().map(row -> row.child().id()).collect(Collectors.toSet());
        return tickets.parentsAmong(ids.toArray(UUID[]::new))
                .collect(Collectors.toSet())
                .zipWith(
                        repeats.atThePlaceOf(parent.id(), ids).collect(Collectors.toSet()),
                        (parents, near) -> new MergeRules(parent, repeats.within(), parents, near))
                .doOnNext(rules -> requireNone(rows.stream()
                        .flatMap(row -> rules.against(row.child(), row.pointer()).stream())
                        .toList()))
                .then(tickets.findByParentId(parent.id()).count())
                .doOnNext(
                        before -> requireRoom(before + rows.size(), rows.get(0).pointer()))
                .then(Mono.defer(() -> earlier(parent, rows)))
                .map(earlier -> Merger.of(
                        parent,
                        earlier.orElse(null),
                        rows.stream().map(Row::child).toList(),
                        command.now()));
    }

    /** The clock that brings the parent's date forward, if any of them was due before. */
    private Mono<Optional<Deadline>> earlier(HotlineTicket parent, List<Row> rows) {
        var outer = Merger.earliestOuter(
                Stream.concat(Stream.of(parent), rows.stream().map(Row::child)));
        return clocks.earlierThan(
                        parent,
                        rows.stream().map(row -> row.child().id()).toList(),
                        outer == null || outer.equals(parent.term().outerDueAt()) ? Instant.MAX : outer)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    private static void requireRoom(long children, String pointer) {
        if (children > MOST_CHILDREN) {
            throw Refusal.invalid(
                    pointer,
                    "一件主单最多并入 %d 件,请另选主单。".formatted(MOST_CHILDREN),
                    "A parent takes at most %d; choose another.".formatted(MOST_CHILDREN));
        }
    }

    private static void requireNone(List<Refusal.Flaw> flaws) {
        if (!flaws.isEmpty()) {
            throw Refusal.invalid(flaws);
        }
    }
}
