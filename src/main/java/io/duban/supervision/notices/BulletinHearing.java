package io.duban.supervision.notices;

import static io.duban.platform.identity.Role.UNIT_HEAD;
import static io.duban.supervision.notices.BulletinMove.*;

import io.duban.platform.calendar.Deadlines;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Escalation;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Event;
import io.duban.platform.events.Priority;
import io.duban.platform.problem.Refusal;
import io.duban.platform.todos.Assignee;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The units a bulletin names see it and may comment for one working day before it is issued (domain 2.4.4). It is on the signer's desk as soon
 * as all have spoken, or when the day is over.
 */
@Component
class BulletinHearing {

    /** The clock of the hearing. */
    static final String HEARING = "HEARING";

    /** The signer's to-do when the day ends before all have spoken; it goes with the clock. */
    static final String SIGN_AFTER_HEARING = "SIGN_AFTER_HEARING";

    private static final String RULE = "BULLETIN_COMMENT";

    private final BulletinFiles files;
    private final Deadlines deadlines;

    BulletinHearing(BulletinFiles files, Deadlines deadlines) {
        this.files = files;
        this.deadlines = deadlines;
    }

    Mono<Outcome<BulletinFile>> open(UUID bulletinId, @Nullable String note, Command command) {
        return files.require(bulletinId, command.access())
                .flatMap(file -> deadlines
                        .start(RULE, SupervisionBulletin.SUBJECT_TYPE, bulletinId, HEARING, command.now())
                        .map(until -> {
                            var heard = file.bulletin().hear(until.currentDueAt(), command);
                            return BulletinDrafting.said(HEAR, file, heard, note, command)
                                    .closing(HEAR.name())
                                    .starting(
                                            until, Escalation.to(SIGN_AFTER_HEARING, Assignee.holders(heard.signer())))
                                    .opening(
                                            COMMENT.name(),
                                            Assignee.holdersAt(heard.body().namedUnitIds(), UNIT_HEAD),
                                            heard.dueAt())
                                    .announcing("hearingOpened", Priority.ACTION, command.now());
                        }));
    }

    Mono<Outcome<BulletinFile>> comment(UUID bulletinId, UUID unitId, String words, Command command) {
        return files.require(bulletinId, command.access()).map(before -> {
            var commented = before.bulletin().comment(unitId, command);
            if (before.hasCommented(unitId)) {
                throw Refusal.illegalState(COMMENT.name(), commented.status().name(), List.of());
            }
            var entry = BulletinEntry.comment(commented, unitId, words, command);
            var file = before.with(commented, entry);
            var outcome = BulletinDrafting.changed(file)
                    .inserting(entry)
                    .closingAt(COMMENT.name(), unitId)
                    .announcing("commented", Priority.INFO, command.now());
            return file.isHeard() ? over(outcome, command) : outcome;
        });
    }

    /** Back to the desk it came from; what the units said of that text stays with it. */
    Mono<Outcome<BulletinFile>> giveBack(UUID bulletinId, String why, Command command) {
        return files.require(bulletinId, command.access())
                .map(file -> BulletinDrafting.said(RETURN, file, file.bulletin().giveBack(command), why, command))
                .map(outcome -> ended(outcome, command)
                        .opening(
                                SUBMIT.name(),
                                Assignee.persons(
                                        outcome.subject().bulletin().hands().authors()),
                                null)
                        .announcing("returned", Priority.ACTION, command.now()));
    }

    Mono<Outcome<BulletinFile>> cancel(UUID bulletinId, String why, Command command) {
        return files.require(bulletinId, command.access())
                .map(file -> BulletinDrafting.said(CANCEL, file, file.bulletin().cancel(command), why, command))
                .map(outcome -> cancelled(outcome, command));
    }

    /** Off all desks, and the authors are told. */
    static Outcome<BulletinFile> cancelled(Outcome<BulletinFile> outcome, Command command) {
        var file = outcome.subject();
        return ended(outcome, command)
                .closing(SUBMIT.name())
                .closing(ISSUE.name())
                .announcing(Event.of("cancelled", Priority.INFO, file, command.now())
                        .to(file.bulletin().hands().authors()));
    }

    /** Nobody is asked any more, and nobody waits for it. */
    static Outcome<BulletinFile> ended(Outcome<BulletinFile> outcome, Command command) {
        return outcome.closing(HEAR.name())
                .closing(COMMENT.name())
                .closing(SIGN.name())
                .satisfying(HEARING, command.now());
    }

    private static Outcome<BulletinFile> over(Outcome<BulletinFile> outcome, Command command) {
        return outcome.satisfying(HEARING, command.now())
                .opening(
                        SIGN.name(),
                        Assignee.holders(outcome.subject().bulletin().signer()),
                        null);
    }
}
