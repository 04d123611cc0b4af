package io.duban.supervision.matters;

import static io.duban.supervision.matters.MatterMove.*;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Event;
import io.duban.platform.events.Priority;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The end of a matter: verified or not, handled by the office (办结), struck off by who asked for it (销号), or asked for again. */
@Component
public class MatterClosing {

    /** The to-do to look on the spot; it goes when the matter is decided on. */
    public static final String INSPECT = "INSPECT";

    private final MatterFiles files;
    private final MatterRounds rounds;
    private final ConclusionRecords conclusions;

    MatterClosing(MatterFiles files, MatterRounds rounds, ConclusionRecords conclusions) {
        this.files = files;
        this.rounds = rounds;
        this.conclusions = conclusions;
    }

    /**
     * Words that start another round, of whom and until when; without a date the working calendar gives it.
     *
     * @param unitIds the hosts that do it again; empty for all of them
     */
    record Again(String words, @Nullable Instant dueAt, Set<UUID> unitIds) {}

    Mono<Outcome<MatterFile>> verificationFailed(UUID matterId, Again again, Command command) {
        return files.require(matterId, command.access().reach())
                .flatMap(file -> rounds.next(VERIFICATION_FAILED, file, again, MatterFile::verificationFailed, command))
                .map(outcome -> outcome.closing(MARK_HANDLED.name())
                        .closing(CONCLUDE.name())
                        .closing(INSPECT)
                        .announcing("verificationFailed", Priority.ACTION, command.now()));
    }

    Mono<Outcome<MatterFile>> markHandled(UUID matterId, String verification, Course.Answer citizen, Command command) {
        return files.require(matterId, command.access().reach())
                .flatMap(file ->
                        conclusions.reached(matterId).map(reached -> reached.markHandled(file, citizen, command)))
                .map(file -> handled(file, verification, command));
    }

    Mono<Outcome<MatterFile>> strikeOff(UUID matterId, @Nullable String note, Command command) {
        return files.require(matterId, command.access().reach())
                .map(file -> file.with(file.matter().strikeOff(command)))
                .map(file -> struckOff(file, note, command));
    }

    /** Some of its objects are through with it; when they are the last of a handled matter, it is struck off as a whole. */
    Mono<Outcome<MatterFile>> strikeOffObjects(
            UUID matterId, Set<UUID> objects, @Nullable String note, Command command) {
        return files.require(matterId, command.access().reach())
                .map(file -> ObjectMove.struckOff(file, objects, command))
                .map(file -> file.matter().status() == STRIKE_OFF.to()
                        ? struckOff(file, note, command)
                        : Outcome.about(file)
                                .updating(file.matter())
                                .inserting(MatterEntry.of(ObjectMove.STRIKE_OFF_OBJECT, matterId, note, command)
                                        .withPoints(objects.stream()
                                                .map(UUID::toString)
                                                .sorted()
                                                .toList()))
                                .announcing(Event.of("objectStruckOff", Priority.INFO, file, command.now())
                                        .to(objects)));
    }

    Mono<Outcome<MatterFile>> instructAgain(UUID matterId, Again again, Command command) {
        return files.require(matterId, command.access().reach())
                .flatMap(file -> rounds.next(INSTRUCT_AGAIN, file, again, MatterFile::instructAgain, command))
                .map(outcome -> outcome.closing(STRIKE_OFF.name())
                        .announcing("instructedAgain", Priority.ACTION, command.now()));
    }

    private static Outcome<MatterFile> struckOff(MatterFile file, @Nullable String note, Command command) {
        return Outcome.about(file)
                .updating(file.matter())
                .inserting(MatterEntry.of(STRIKE_OFF, file.id(), note, command))
                .closing(STRIKE_OFF.name())
                .announcing(Event.of("struckOff", Priority.INFO, file, command.now())
                        .to(Everybody.of(file)));
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
                .opening(STRIKE_OFF.name(), new Owner(file.matter()).desk(), null)
                .announcing("handled", Priority.ACTION, command.now());
        Everybody.end(file.open(), outcome, command);
        return outcome;
    }
}
