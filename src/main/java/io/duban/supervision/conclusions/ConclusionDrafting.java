package io.duban.supervision.conclusions;

import static io.duban.platform.identity.Role.OFFICE_DIRECTOR;
import static io.duban.supervision.conclusions.ConclusionMove.*;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.identity.Directory;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.platform.todos.Assignee;
import io.duban.supervision.matters.MatterConcluding;
import io.duban.supervision.matters.MatterEntry;
import io.duban.supervision.matters.SupervisionMatter;
import io.duban.supervision.matters.SupervisionMatters;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A supervisor writes a conclusion (起草督查结论) and puts it up for review. */
@Component
class ConclusionDrafting {

    private final SupervisionMatters matters;
    private final InspectionConclusions conclusions;
    private final ConclusionFiles files;
    private final ConclusionSources sources;
    private final Directory directory;

    ConclusionDrafting(
            SupervisionMatters matters,
            InspectionConclusions conclusions,
            ConclusionFiles files,
            ConclusionSources sources,
            Directory directory) {
        this.matters = matters;
        this.conclusions = conclusions;
        this.files = files;
        this.sources = sources;
        this.directory = directory;
    }

    Mono<Outcome<ConclusionFile>> draft(UUID matterId, ConclusionDraft draft, Command command) {
        return matters.require(matterId, command.access().reach())
                .doOnNext(matter -> MatterConcluding.requireConcludable(matter, command))
                .delayUntil(this::requireNoneAtWork)
                .flatMap(matter -> sources.of(matterId)
                        .map(found -> draft.written(
                                InspectionConclusion.drafted(matter, draft.facts(), command), found, command.now())))
                .map(file -> written(Outcome.about(file).inserting(file.conclusion()))
                        .opening(SUBMIT_CONCLUSION.name(), Assignee.persons(command.persons()), null)
                        .announcing("drafted", Priority.INFO, command.now()));
    }

    /** Another round of writing; what was written before stays where it is. */
    Mono<Outcome<ConclusionFile>> revise(UUID conclusionId, ConclusionDraft draft, Command command) {
        return files.require(conclusionId, command.access())
                .flatMap(before -> matters.findById(before.conclusion().matterId())
                        .map(matter -> before.conclusion().revise(matter, draft.facts(), command)))
                .flatMap(conclusion ->
                        sources.of(conclusion.matterId()).map(found -> draft.written(conclusion, found, command.now())))
                .map(file -> written(Outcome.about(file).updating(file.conclusion()))
                        .announcing("revised", Priority.INFO, command.now()));
    }

    Mono<Outcome<ConclusionFile>> submit(UUID conclusionId, Command command) {
        return files.require(conclusionId, command.access())
                .map(file -> file.with(file.conclusion().submit(command)))
                .delayUntil(file ->
                        matters.findById(file.conclusion().matterId()).doOnNext(MatterConcluding::requireConcludable))
                .delayUntil(this::requireSupported)
                .map(file -> Outcome.about(file)
                        .updating(file.conclusion())
                        .inserting(MatterEntry.of(
                                SUBMIT_CONCLUSION, file.conclusion().matterId(), null, command))
                        .closing(SUBMIT_CONCLUSION.name())
                        .opening(ISSUE_CONCLUSION.name(), Assignee.holders(OFFICE_DIRECTOR), null)
                        .announcing("submitted", Priority.ACTION, command.now()));
    }

    private static Outcome<ConclusionFile> written(Outcome<ConclusionFile> outcome) {
        var file = outcome.subject();
        file.evidence().forEach(outcome::inserting);
        file.findings().forEach(outcome::inserting);
        file.items().forEach(outcome::inserting);
        return outcome;
    }

    /** Two people who begin at the same moment meet at a unique index; the one who is later comes here again. */
    private Mono<Void> requireNoneAtWork(SupervisionMatter matter) {
        return conclusions
                .existsByMatterIdAndStatusNot(matter.id(), ConclusionStatus.ISSUED)
                .flatMap(atWork -> atWork
                        ? Mono.error(Refusal.of(
                                RefusalCode.E_GEN_ILLEGAL_STATE,
                                "本事项已有正在起草或审核的督查结论,请在其上修改。",
                                "A conclusion of this matter is being written or reviewed; revise that one."))
                        : Mono.empty());
    }

    private Mono<Void> requireSupported(ConclusionFile file) {
        return Mono.justOrEmpty(Support.firstGap(file))
                .flatMap(gap -> directory
                        .names(Set.of(gap.unitId()))
                        .flatMap(names -> Mono.error(gap.refusal(
                                names.getOrDefault(gap.unitId(), gap.unitId().toString())))));
    }
}
