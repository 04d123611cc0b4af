package io.duban.documents.incoming;

import static io.duban.platform.identity.Role.*;

import io.duban.platform.calendar.Deadline;
import io.duban.platform.calendar.Deadlines;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.identity.Directory;
import io.duban.platform.problem.Refusal;
import io.duban.platform.todos.Assignee;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Puts a paper before its readers, each with his own clock, and brings it to the next one of a sequence. */
@Component
class Circulation {

    private static final String RULE = "DOC_READ";

    private final Directory directory;
    private final Deadlines deadlines;

    Circulation(Directory directory, Deadlines deadlines) {
        this.directory = directory;
        this.deadlines = deadlines;
    }

    /** The paper with some readers' turns come, and the clocks that start with them. */
    record Sent(PaperFile paper, List<Deadline> clocks, Set<UUID> readerIds) {

        static Sent nobody(PaperFile paper) {
            return new Sent(paper, List.of(), Set.of());
        }

        Outcome<PaperFile> on(Outcome<PaperFile> outcome) {
            clocks.forEach(outcome::starting);
            return readerIds.isEmpty()
                    ? outcome
                    : outcome.opening(
                            Desk.READ,
                            Assignee.persons(readerIds),
                            clocks.get(0).currentDueAt());
        }
    }

    /** Readers a leader named beside the order: they read at once, wherever the paper is. */
    Mono<Sent> withFurtherReaders(PaperFile paper, List<UUID> readers, Command command) {
        var listed = paper.readers().stream().map(CirculationReader::readerId).collect(Collectors.toSet());
        var further =
                readers.stream().distinct().filter(id -> !listed.contains(id)).toList();
        return further.isEmpty() ? Mono.just(Sent.nobody(paper)) : listed(paper, further, false, command);
    }

    /** With these readers on the list; the first of a sequence, or all of them, at hand. */
    Mono<Sent> listed(PaperFile paper, List<UUID> readerIds, boolean sequential, Command command) {
        var seats = paper.readers().size();
        var fresh = IntStream.range(0, readerIds.size())
                .mapToObj(i -> CirculationReader.listed(paper.id(), seats + i, readerIds.get(i), sequential))
                .toList();
        var atHand = sequential ? fresh.subList(0, 1) : fresh;
        return Flux.fromIterable(readerIds)
                .concatMap(this::requireReader)
                .then(sent(paper.withReaders(fresh), atHand, true, command));
    }

    /** The next of a sequence, when the one before is done. */
    Mono<Sent> next(PaperFile paper, Command command) {
        var waiting = paper.readers().stream()
                .filter(reader -> reader.isPending() && reader.sequential())
                .toList();
        return waiting.isEmpty() || waiting.get(0).isAtHand()
                ? Mono.just(Sent.nobody(paper))
                : sent(paper, waiting.subList(0, 1), false, command);
    }

    private Mono<Sent> sent(PaperFile paper, Collection<CirculationReader> readers, boolean fresh, Command command) {
        return Flux.fromIterable(readers)
                .concatMap(reader ->
                        deadlines.start(RULE, PaperFile.SUBJECT_TYPE, paper.id(), reader.step(), command.now()))
                .collectList()
                .map(clocks -> atHand(paper, List.copyOf(readers), clocks, fresh, command));
    }

    private static Sent atHand(
            PaperFile paper, List<CirculationReader> readers, List<Deadline> clocks, boolean fresh, Command command) {
        var sent = new ArrayList<CirculationReader>();
        for (int i = 0; i < readers.size(); i++) {
            sent.add(readers.get(i).sent(clocks.get(i), command.now(), fresh));
        }
        var ids = sent.stream().map(CirculationReader::readerId).collect(Collectors.toSet());
        var document = paper.document().withHands(ids);
        return new Sent(paper.with(document).withReaders(sent), clocks, ids);
    }

    /** Somebody whom no post lets read would keep the paper open for ever. */
    private Mono<Void> requireReader(UUID person) {
        return Flux.fromIterable(ReaderMove.READ.hands())
                .concatMap(role -> directory.holds(person, role, null))
                .any(Boolean::booleanValue)
                .flatMap(holds -> holds
                        ? Mono.empty()
                        : Mono.error(Refusal.invalid(
                                "/readerIds",
                                "传阅人须为领导、办公室负责人或单位负责人、联络员。",
                                "Readers are leaders, heads of the office, and who speaks for a unit.")));
    }
}
