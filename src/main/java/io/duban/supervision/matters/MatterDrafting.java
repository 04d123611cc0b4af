package io.duban.supervision.matters;

import static io.duban.platform.identity.Role.*;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.platform.todos.Assignee;
import io.duban.supervision.authority.DesignatedUnits;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** From an idea to the draft of a matter: by a supervisor, or by a department within what it is designated to (条例 art. 7). */
@Component
public class MatterDrafting {

    private final MatterFiles files;
    private final DraftContents contents;
    private final DesignatedUnits designated;
    private final DuplicateCheck duplicates;

    MatterDrafting(MatterFiles files, DraftContents contents, DesignatedUnits designated, DuplicateCheck duplicates) {
        this.files = files;
        this.contents = contents;
        this.designated = designated;
        this.duplicates = duplicates;
    }

    /** What is to be supervised, where it comes from, and who looks on the spot. */
    record Draft(Brief brief, Origin origin, Set<UUID> fieldSupervisorIds) {}

    /** The draft, with the matters it would repeat; its drafter is told of them. */
    Mono<Outcome<MatterAnswer>> draft(Draft draft, Command command) {
        return designation(draft.brief(), command)
                .delayUntil(designation -> contents.require(draft.brief(), draft.origin(), command.now()))
                .delayUntil(designation -> requireFieldSupervisors(draft.fieldSupervisorIds()))
                .map(designation -> SupervisionMatter.draft(
                        UuidCreator.getTimeOrderedEpoch(),
                        draft.brief(),
                        draft.origin().by(designation.orElse(null)),
                        Hands.drafting(command.officer().id(), draft.fieldSupervisorIds()),
                        Set.of(),
                        command.now()))
                .flatMap(matter -> compared(matter, drafted(matter, command.now()), command));
    }

    /** Other contents in the place of a draft's. */
    Mono<Outcome<MatterAnswer>> amend(UUID matterId, Draft draft, Command command) {
        return files.require(matterId, command.access().reach())
                .map(file -> file.with(file.matter().amend(draft.brief(), draft.origin(), command)))
                .delayUntil(file -> contents.require(draft.brief(), draft.origin(), command.now()))
                .flatMap(file -> compared(
                        file.matter(),
                        Outcome.about(file)
                                .updating(file.matter())
                                .inserting(MatterEntry.of(MatterMove.AMEND_MATTER, matterId, null, command))
                                .announcing("amended", Priority.INFO, command.now()),
                        command));
    }

    /** The draft with its event and the supervision chief's to-do. */
    public static Outcome<MatterFile> drafted(SupervisionMatter matter, Instant now) {
        return Outcome.about(MatterFile.drafted(matter))
                .inserting(matter)
                .opening(MatterMove.SUBMIT_MATTER.name(), Assignee.holders(SUPERVISION_CHIEF), null)
                .announcing("drafted", Priority.ACTION, now);
    }

    Mono<Void> requireFieldSupervisors(Set<UUID> persons) {
        return contents.requireFieldSupervisors(persons);
    }

    private Mono<Outcome<MatterAnswer>> compared(SupervisionMatter matter, Outcome<MatterFile> step, Command command) {
        return duplicates.found(matter, command).map(matches -> {
            var file = step.subject();
            var outcome =
                    Outcome.about(new MatterAnswer(file, matches, List.of())).including(step);
            matches.forEach(match ->
                    outcome.inserting(Duplicate.of(matter.id(), match, Duplicate.Outcome.FOUND, null, command)));
            return matches.isEmpty() ? outcome : outcome.announcing(DuplicateCheck.event(file, command));
        });
    }

    private Mono<Optional<UUID>> designation(Brief brief, Command command) {
        return command.officer().has(SUPERVISOR, SUPERVISION_CHIEF)
                ? Mono.just(Optional.empty())
                : designated
                        .designation(command.officer(), brief.kind().name(), brief.objectUnitIds(), command.now())
                        .map(Optional::of)
                        .switchIfEmpty(
                                Mono.error(
                                        () -> Refusal.of(
                                                RefusalCode.E_SUP_NOT_DESIGNATED,
                                                "只有督查机构人员可以提出督查立项;部门须经区政府指定,并在指定的事项、范围和期限内。",
                                                "Only the supervision office opens matters; a department does within what it is designated to.")));
    }
}
