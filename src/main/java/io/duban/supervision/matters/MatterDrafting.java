package io.duban.supervision.matters;

import static io.duban.platform.identity.Role.*;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.identity.Directory;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.platform.todos.Assignee;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** From an idea to the approver's desk: drafted by a supervisor, put up by the chief of supervision. */
@Component
public class MatterDrafting {

    private final MatterFiles files;
    private final Directory directory;

    MatterDrafting(MatterFiles files, Directory directory) {
        this.files = files;
        this.directory = directory;
    }

    Mono<Outcome<MatterFile>> draft(Brief brief, Set<UUID> fieldSupervisors, Command command) {
        if (!command.officer().has(SUPERVISOR, SUPERVISION_CHIEF)) {
            return Mono.error(Refusal.of(
                    RefusalCode.E_SUP_NOT_DESIGNATED,
                    "只有督查机构人员可以提出督查立项。",
                    "Only the supervision office opens matters."));
        }
        return requireObjects(brief)
                .then(requireLeader(brief.instructingLeaderId()))
                .then(requireFieldSupervisors(fieldSupervisors))
                .then(Mono.fromSupplier(() -> SupervisionMatter.draft(
                        UuidCreator.getTimeOrderedEpoch(),
                        brief,
                        Hands.drafting(command.officer().id(), fieldSupervisors),
                        command.now())))
                .map(matter -> drafted(matter, command.now()));
    }

    /** The draft with its event and the supervision chief's to-do. */
    public static Outcome<MatterFile> drafted(SupervisionMatter matter, Instant now) {
        return Outcome.about(MatterFile.drafted(matter))
                .inserting(matter)
                .opening(MatterMove.SUBMIT_MATTER.name(), Assignee.holders(SUPERVISION_CHIEF), null)
                .announcing("drafted", Priority.ACTION, now);
    }

    Mono<Outcome<MatterFile>> submit(UUID matterId, @Nullable String note, Command command) {
        return files.require(matterId, command.access().reach())
                .map(file -> file.with(file.matter().submit(command)))
                .map(file -> Outcome.about(file)
                        .updating(file.matter())
                        .inserting(MatterEntry.of(MatterMove.SUBMIT_MATTER, matterId, note, command))
                        .closing(MatterMove.SUBMIT_MATTER.name())
                        .opening(
                                MatterMove.APPROVE_MATTER.name(),
                                approver(file.matter().brief()),
                                null)
                        .announcing("submitted", Priority.ACTION, command.now()));
    }

    Mono<Void> requireFieldSupervisors(Set<UUID> persons) {
        return Flux.fromIterable(persons)
                .concatMap(person -> directory.requirePost(person, FIELD_SUPERVISOR, null, "/fieldSupervisorIds"))
                .then();
    }

    private static Assignee approver(Brief brief) {
        return Assignee.holders(brief.kind() == Brief.Kind.ROUTINE ? OFFICE_DIRECTOR : CHIEF_LEADER);
    }

    private Mono<Void> requireObjects(Brief brief) {
        return directory
                .canAllSignFor(brief.objectUnitIds())
                .flatMap(all -> all
                        ? Mono.empty()
                        : Mono.error(Refusal.invalid("/objectUnitIds", "督查对象不存在。", "A unit does not exist.")));
    }

    private Mono<Void> requireLeader(@Nullable UUID leader) {
        return leader == null
                ? Mono.empty()
                : directory
                        .holds(leader, CHIEF_LEADER, null)
                        .flatMap(chief -> chief
                                ? Mono.empty()
                                : directory.requirePost(leader, DEPUTY_LEADER, null, "/instructingLeaderId"));
    }
}
