package io.duban.supervision.matters;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Event;
import io.duban.platform.events.Priority;
import io.duban.platform.problem.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** From the draft to the approver's desk, or into a matter that is under way already (domain 2.4.1 T2, T3). */
@Component
class MatterSubmitting {

    private final MatterFiles files;
    private final DraftContents contents;
    private final DuplicateCheck duplicates;
    private final Frequency frequency;

    MatterSubmitting(MatterFiles files, DraftContents contents, DuplicateCheck duplicates, Frequency frequency) {
        this.files = files;
        this.contents = contents;
        this.duplicates = duplicates;
        this.frequency = frequency;
    }

    /**
     * What the chief of supervision says when he puts it up.
     *
     * @param overrideReason why, although an object is over its frequency cap
     * @param duplicates why it is needed beside each matter it would repeat
     */
    record Submission(@Nullable String note, @Nullable String overrideReason, List<DuplicateReason> duplicates) {

        /** By the id of the matter that would be repeated. */
        Map<UUID, String> reasons() {
            return duplicates.stream()
                    .collect(Collectors.toMap(
                            DuplicateReason::matterId, DuplicateReason::reason, (first, last) -> last));
        }
    }

    /** Why one matter under way does not make this one needless. */
    record DuplicateReason(UUID matterId, String reason) {}

    /** The contents are asked about again: a draft from another module has not been, and units and plans change. */
    Mono<Outcome<MatterAnswer>> submit(UUID matterId, Submission said, Command command) {
        return files.require(matterId, command.access().reach())
                .map(file -> file.with(file.matter().submit(said.overrideReason(), command)))
                .delayUntil(file ->
                        contents.require(file.matter().brief(), file.matter().origin(), command.now()))
                .flatMap(file -> duplicates
                        .requireAnswered(file.matter(), said.reasons(), command)
                        .zipWhen(
                                matches -> frequency.require(file.matter(), said.overrideReason(), command.now()),
                                (matches, loads) -> submitted(new MatterAnswer(file, matches, loads), said, command)));
    }

    /**
     * The draft becomes part of a matter under way (合并): it ends with a link, and its leader follows the other one. What is asked of the units
     * stays what the other matter asks: they have signed for that, and a change of it is a change of scope. A superior's task leaves its reference,
     * so that the one feedback serves both.
     */
    Mono<Outcome<MatterFile>> merge(UUID matterId, UUID intoId, String reason, Command command) {
        var reach = command.access().reach();
        return files.require(matterId, reach)
                .doOnNext(file -> MatterMove.MERGE_MATTER.check(
                        file.matter().status(), file.matter().version(), command))
                .zipWith(files.require(intoId, reach), (draft, into) -> merged(draft, into, reason, command));
    }

    private static Outcome<MatterAnswer> submitted(MatterAnswer answer, Submission said, Command command) {
        var matter = answer.file().matter();
        var outcome = Outcome.about(answer)
                .updating(matter)
                .inserting(entry(answer, said, command))
                .closing(MatterMove.SUBMIT_MATTER.name())
                .opening(MatterMove.APPROVE_MATTER.name(), new Approver(matter.brief()).desk(), null)
                .announcing("submitted", Priority.ACTION, command.now());
        answer.duplicates()
                .forEach(match -> outcome.inserting(Duplicate.of(
                        matter.id(),
                        match,
                        Duplicate.Outcome.JUSTIFIED,
                        said.reasons().get(match.matterId()),
                        command)));
        return outcome;
    }

    /** The figures of objects over their cap stand on the time line beside the reason, for whoever approves it. */
    private static MatterEntry entry(MatterAnswer answer, Submission said, Command command) {
        var figures = answer.frequency().stream()
                .filter(UnitLoad::over)
                .map(load -> "%s: %d/%d".formatted(load.unitId(), load.visits(), load.letters()));
        var points =
                Stream.concat(Stream.ofNullable(said.overrideReason()), figures).toList();
        return MatterEntry.of(MatterMove.SUBMIT_MATTER, answer.id(), said.note(), command)
                .withPoints(points);
    }

    private static Outcome<MatterFile> merged(MatterFile draft, MatterFile into, String reason, Command command) {
        var target = into.matter();
        if (target.id().equals(draft.id()) || !target.status().isOpen()) {
            throw Refusal.invalid("/intoId", "只能并入另一件在办事项。", "A draft is merged into another matter under way.");
        }
        var matter = draft.matter();
        var ended = draft.with(matter.moved(
                MatterMove.MERGE_MATTER, matter.hands(), matter.course().mergedInto(target.id()), command));
        var superior = matter.brief().basis() == Brief.Basis.SUPERIOR_TASK
                ? matter.brief().basisEvidence()
                : target.course().superiorReference();
        var followed = into.with(MatterTurns.joined(
                target, matter.brief().instructingLeaderId(), target.course().serving(superior), command.now()));
        var kept = new DuplicateMatch(target.id(), null, target.brief().objectUnitIds(), target.createdAt(), 1, false);
        return Outcome.about(ended)
                .updating(ended.matter())
                .inserting(MatterEntry.of(MatterMove.MERGE_MATTER, draft.id(), reason, command))
                .inserting(Duplicate.of(draft.id(), kept, Duplicate.Outcome.MERGED, reason, command))
                .closing(MatterMove.SUBMIT_MATTER.name())
                .announcing("merged", Priority.INFO, command.now())
                .including(Outcome.about(followed)
                        .updating(followed.matter())
                        .inserting(MatterEntry.of(MatterMove.MERGE_MATTER, target.id(), reason, command)
                                .withPoints(List.of(matter.brief().title())))
                        .announcing(Event.of("joined", Priority.INFO, followed, command.now())
                                .to(followers(matter))));
    }

    private static Set<UUID> followers(SupervisionMatter draft) {
        var leader = draft.brief().instructingLeaderId();
        return leader == null ? Set.of() : Set.of(leader);
    }
}
