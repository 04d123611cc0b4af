package io.duban.supervision.matters;

import static io.duban.platform.identity.Role.*;
import static io.duban.supervision.matters.MatterMove.*;

import io.duban.platform.calendar.Deadline;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Event;
import io.duban.platform.events.Priority;
import io.duban.platform.todos.Assignee;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The end of a matter: verified or not, handled by the office (办结), struck off by who asked for it (销号), or asked for again. */
@Component
public class MatterClosing {

    /** The to-do to look on the spot; it goes when the matter is decided on. */
    public static final String INSPECT = "INSPECT";

    private final MatterFiles files;
    private final MatterClocks clocks;
    private final ConclusionRecords conclusions;

    MatterClosing(MatterFiles files, MatterClocks clocks, ConclusionRecords conclusions) {
        this.files = files;
        this.clocks = clocks;
        this.conclusions = conclusions;
    }

    /** Words that start another round, and until when; without a date the working calendar gives it. */
    record Again(String words, @Nullable Instant dueAt) {}

    Mono<Outcome<MatterFile>> verificationFailed(UUID matterId, Again again, Command command) {
        return nextRound(VERIFICATION_FAILED, matterId, again, MatterFile::verificationFailed, command)
                .map(outcome -> {
                    outcome.subject()
                            .hosts()
                            .forEach(host -> outcome.opening(
                                    UnitStep.SUBMIT_FINAL.of(host.unitId()),
                                    AssignmentFeedback.signers(outcome.subject(), host),
                                    host.dueAt()));
                    return outcome.closing(MARK_HANDLED.name())
                            .closing(CONCLUDE.name())
                            .closing(INSPECT)
                            .announcing("verificationFailed", Priority.ACTION, command.now());
                });
    }

    Mono<Outcome<MatterFile>> markHandled(UUID matterId, String verification, Command command) {
        return files.require(matterId, command.access().reach())
                .flatMap(file -> conclusions.reached(matterId).map(reached -> reached.markHandled(file, command)))
                .map(file -> handled(file, verification, command));
    }

    Mono<Outcome<MatterFile>> strikeOff(UUID matterId, @Nullable String note, Command command) {
        return files.require(matterId, command.access().reach())
                .map(file -> file.with(file.matter().strikeOff(command)))
                .map(file -> Outcome.about(file)
                        .updating(file.matter())
                        .inserting(MatterEntry.of(STRIKE_OFF, matterId, note, command))
                        .closing(STRIKE_OFF.name())
                        .announcing(Event.of("struckOff", Priority.INFO, file, command.now())
                                .to(everybody(file))));
    }

    Mono<Outcome<MatterFile>> instructAgain(UUID matterId, Again again, Command command) {
        return nextRound(INSTRUCT_AGAIN, matterId, again, MatterFile::instructAgain, command)
                .flatMap(outcome -> Flux.fromIterable(outcome.subject().hosts())
                        .concatMap(host -> clocks.signFor(
                                        matterId,
                                        host.unitId(),
                                        outcome.subject().matter().brief().urgency(),
                                        command.now())
                                .doOnNext(signBy -> outcome.starting(signBy)
                                        .opening(
                                                UnitStep.SIGN_FOR.of(host.unitId()),
                                                Assignee.holdersAt(Set.of(host.unitId()), UNIT_LIAISON),
                                                signBy.currentDueAt())))
                        .then(Mono.fromSupplier(() -> outcome.closing(STRIKE_OFF.name())
                                .announcing("instructedAgain", Priority.ACTION, command.now()))));
    }

    /** Hosts go into their next round, each with a clock of its own beside the one that was satisfied. */
    private Mono<Outcome<MatterFile>> nextRound(
            MatterMove move, UUID matterId, Again again, Round round, Command command) {
        return files.require(matterId, command.access().reach())
                .flatMap(file -> due(file, again, command).map(due -> {
                    var next = round.of(file, due, command);
                    var outcome = Outcome.about(next)
                            .updating(next.matter())
                            .inserting(MatterEntry.of(move, matterId, again.words(), command));
                    next.hosts().forEach(outcome::updating);
                    due.values().forEach(outcome::starting);
                    return outcome;
                }));
    }

    private interface Round {
        MatterFile of(MatterFile file, Map<UUID, Deadline> due, Command command);
    }

    private Mono<Map<UUID, Deadline>> due(MatterFile file, Again again, Command command) {
        var urgency = file.matter().brief().urgency();
        return Flux.fromIterable(file.hosts())
                .concatMap(host -> clocks.host(file.id(), host.unitId(), urgency, again.dueAt(), command.now())
                        .map(due -> Map.entry(host.id(), due)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** What co-handlers still owed ends here; their clocks stop now, late if they were late. */
    private static Outcome<MatterFile> handled(MatterFile file, String verification, Command command) {
        var outcome = Outcome.about(file)
                .updating(file.matter())
                .inserting(MatterEntry.of(MARK_HANDLED, file.id(), verification, command))
                .closing(MARK_HANDLED.name())
                .closing(CONCLUDE.name())
                .closing(INSPECT)
                .closing(NoticeIssuing.FOLLOW)
                .opening(STRIKE_OFF.name(), owner(file.matter()), null)
                .announcing("handled", Priority.ACTION, command.now());
        file.open().forEach(part -> {
            for (var step : UnitStep.values()) {
                outcome.closing(step.of(part.unitId())).satisfying(step.of(part.unitId()), command.now());
            }
        });
        return outcome;
    }

    private static Assignee owner(SupervisionMatter matter) {
        var leader = matter.brief().instructingLeaderId();
        var owner = leader == null ? matter.hands().approvedById() : leader;
        return owner == null ? Assignee.holders(CHIEF_LEADER) : Assignee.person(owner);
    }

    private static Set<UUID> everybody(MatterFile file) {
        var everybody = new HashSet<>(file.supervisors());
        everybody.addAll(file.matter().unitIds());
        return everybody;
    }
}
