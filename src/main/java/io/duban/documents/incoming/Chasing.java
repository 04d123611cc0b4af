package io.duban.documents.incoming;

import static io.duban.platform.identity.Role.*;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.contract.IncomingChaseDto;
import io.duban.platform.calendar.Deadline;
import io.duban.platform.calendar.Deadlines;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.identity.Access;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.platform.subprocesses.ChaseRest;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The office chases a unit by hand (催办), at most once per working day, and it is written down whom, how, and what he answered. */
@Component
class Chasing {

    private static final String RULE = "DOC_CHASE";

    private final PaperFiles files;
    private final Chases chases;
    private final Deadlines deadlines;
    private final IncomingMapper mapper;

    Chasing(PaperFiles files, Chases chases, Deadlines deadlines, IncomingMapper mapper) {
        this.files = files;
        this.chases = chases;
        this.deadlines = deadlines;
        this.mapper = mapper;
    }

    /** {@code E_GEN_CHASE_TOO_OFTEN} before the next working day. */
    Mono<Outcome<PaperFile>> chase(Chase.Call call, Command command) {
        return files.require(call.documentId(), command.access()).flatMap(before -> {
            var part = before.require(call.assignmentId());
            requireOffice(command);
            if (command.seenVersion() != before.version()) {
                throw Refusal.stale(before.version());
            }
            if (!part.status().isOpen()) {
                throw Refusal.illegalState("CHASE", part.status().name(), List.of());
            }
            return chases.findFirstByAssignmentIdOrderByChasedAtDesc(part.id())
                    .map(last -> new ChaseRest(last.restsUntil()))
                    .defaultIfEmpty(new ChaseRest(null))
                    .doOnNext(rest -> rest.require(command.now()))
                    .flatMap(rest -> deadlines.start(
                            RULE, PaperFile.SUBJECT_TYPE, before.id(), part.step("CHASE"), command.now()))
                    .map(next -> chased(before, part, call, next, command));
        });
    }

    /** Those of a paper one handles, oldest first. */
    Flux<IncomingChaseDto> of(UUID documentId, Access access) {
        return files.require(documentId, access)
                .doOnNext(paper -> Insight.requireInside(paper, access.officer()))
                .flatMapMany(paper -> chases.findByDocumentIdOrderByChasedAtAsc(paper.id()))
                .map(mapper::toDto);
    }

    private static Outcome<PaperFile> chased(
            PaperFile before, UnitAssignment part, Chase.Call call, Deadline next, Command command) {
        var chase = new Chase(
                UuidCreator.getTimeOrderedEpoch(),
                before.id(),
                part.id(),
                part.unitId(),
                command.officer().id(),
                command.actor().id(),
                call.channel(),
                call.toWhom(),
                call.words(),
                call.answer(),
                command.now(),
                next.currentDueAt());
        return before.with(before.document().touched(command))
                .changedFrom(before, "CHASE", call.words(), command)
                .inserting(chase)
                .announcing("chased", Priority.REMINDER, command.now());
    }

    private static void requireOffice(Command command) {
        if (!command.officer().has(DOC_HANDLER, SECTION_CHIEF, OFFICE_DEPUTY, OFFICE_DIRECTOR)) {
            throw Refusal.of(RefusalCode.E_GEN_SCOPE, "催办由办公室办理。", "The office chases.");
        }
    }
}
