package io.duban.supervision.notices;

import static io.duban.platform.identity.Role.*;
import static io.duban.supervision.notices.BulletinMove.*;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.calendar.Deadlines;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Event;
import io.duban.platform.events.Priority;
import io.duban.platform.todos.Assignee;
import io.duban.supervision.matters.NoticeKind;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A bulletin is signed, numbered and sent out; each unit it goes to confirms that it read it. */
@Component
class BulletinIssuing {

    private static final String READ = "CONFIRM_READING";
    private static final String READ_RULE = "DOC_READ";

    private final BulletinFiles files;
    private final BulletinCorrecting correcting;
    private final NoticeNumbers numbers;
    private final Deadlines deadlines;

    BulletinIssuing(BulletinFiles files, BulletinCorrecting correcting, NoticeNumbers numbers, Deadlines deadlines) {
        this.files = files;
        this.correcting = correcting;
        this.numbers = numbers;
        this.deadlines = deadlines;
    }

    Mono<Outcome<BulletinFile>> sign(UUID bulletinId, @Nullable String opinion, Command command) {
        return files.require(bulletinId, command.access())
                .map(file -> BulletinDrafting.said(
                        SIGN, file, file.bulletin().sign(file.isHeard(), command), opinion, command))
                .map(outcome -> BulletinHearing.ended(outcome, command)
                        .opening(
                                ISSUE.name(),
                                Assignee.persons(
                                        outcome.subject().bulletin().hands().authors()),
                                null)
                        .announcing("signed", Priority.ACTION, command.now()));
    }

    Mono<Outcome<BulletinFile>> issue(UUID bulletinId, Command command) {
        return files.require(bulletinId, command.access())
                .flatMap(file -> numbers.next(NoticeKind.BULLETIN, command.now())
                        .flatMap(number -> readBy(bulletinId, command.now()).map(readBy -> {
                            var bulletin = file.bulletin().issue(number.label(), command);
                            return number.by(issued(file.with(bulletin), readBy, command));
                        })))
                .flatMap(outcome -> correcting.replacing(outcome, command));
    }

    /** Said before is not said again. */
    Mono<Outcome<BulletinFile>> confirmReading(UUID bulletinId, UUID unitId, Command command) {
        return files.require(bulletinId, command.access()).map(file -> {
            file.bulletin().checkReading(unitId, command);
            if (file.isReadBy(unitId)) {
                return Outcome.unchanged(file);
            }
            var reading = new BulletinReading(
                    UuidCreator.getTimeOrderedEpoch(),
                    bulletinId,
                    unitId,
                    command.officer().id(),
                    command.now());
            return Outcome.about(file.with(reading))
                    .inserting(reading)
                    .closingAt(READ, unitId)
                    .announcing("read", Priority.INFO, command.now());
        });
    }

    private static Outcome<BulletinFile> issued(BulletinFile file, Instant readBy, Command command) {
        var units = file.bulletin().body().everybody();
        return BulletinDrafting.changed(file)
                .closing(ISSUE.name())
                .opening(READ, Assignee.holdersAt(units, UNIT_HEAD, UNIT_LIAISON), readBy)
                .announcing(
                        Event.of("issued", Priority.ACTION, file, command.now()).to(Set.copyOf(units)));
    }

    /** A date on the to-do only: whether a unit has read a bulletin is seen in its confirmations, no light is switched on for it. */
    private Mono<Instant> readBy(UUID bulletinId, Instant now) {
        return deadlines
                .start(READ_RULE, SupervisionBulletin.SUBJECT_TYPE, bulletinId, READ, now)
                .map(deadline -> deadline.currentDueAt());
    }
}
