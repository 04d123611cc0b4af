package io.duban.supervision.notices;

import static io.duban.supervision.notices.BulletinMove.*;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Event;
import io.duban.platform.events.Priority;
import io.duban.platform.identity.Role;
import io.duban.platform.todos.Assignee;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * An issued bulletin that turned out wrong, such as after an objection changed or revoked the conclusion it rests on (domain 2.4.5): another
 * one says so, takes the same way and a number of its own, and goes to everybody the first one went to.
 */
@Component
class BulletinCorrecting {

    /** The to-do of the supervision office when a card behind an issued bulletin was withdrawn. */
    private static final String CORRECT_BULLETIN = "CORRECT_BULLETIN";

    private final BulletinFiles files;
    private final SupervisionBulletins bulletins;

    BulletinCorrecting(BulletinFiles files, SupervisionBulletins bulletins) {
        this.files = files;
        this.bulletins = bulletins;
    }

    /** What the correction says, and whether it corrects or withdraws. */
    record Order(BulletinOrigin.Effect effect, String title, String text) {}

    Mono<Outcome<BulletinFile>> draft(UUID bulletinId, Order order, Command command) {
        BulletinDrafting.requireSupervision(command);
        return files.require(bulletinId, command.access()).map(file -> {
            var before = file.bulletin();
            order.effect().move().requireFrom(before.status());
            // Of the same tone, so that who signed the first one signs what becomes of it.
            var body = before.body().saying(order.text());
            var origin = new BulletinOrigin(null, bulletinId, order.effect());
            return BulletinDrafting.opened(
                    before.head().matterId(), new BulletinDrafting.Order(order.title(), body), origin, command);
        });
    }

    /** With the correction's issue the first one is marked, in the same statement. */
    Mono<Outcome<BulletinFile>> replacing(Outcome<BulletinFile> issued, Command command) {
        var correction = issued.subject().bulletin();
        var origin = correction.origin();
        if (origin.correctsId() == null || origin.effect() == null) {
            return Mono.just(issued);
        }
        return bulletins.findById(origin.correctsId()).map(before -> {
            var replaced = BulletinFile.of(
                    before.replacedBy(correction, origin.effect().move(), command.now()));
            return issued.including(BulletinDrafting.changed(replaced)
                    .closing(CORRECT_BULLETIN)
                    .announcing(Event.of("replaced", Priority.INFO, replaced, command.now())
                            .to(before.body().everybody())));
        });
    }

    /** The card it rests on is gone: a draft goes with it, what was issued is to be corrected. */
    static Outcome<BulletinFile> groundless(SupervisionBulletin bulletin, Command command) {
        if (LAPSE.from().contains(bulletin.status())) {
            return BulletinHearing.cancelled(
                    BulletinDrafting.changed(BulletinFile.of(bulletin.lapse(command.now()))), command);
        }
        var nothing = Outcome.about(BulletinFile.of(bulletin));
        return bulletin.status() == BulletinStatus.ISSUED
                ? nothing.opening(CORRECT_BULLETIN, Assignee.holders(Role.SUPERVISION_CHIEF), null)
                : nothing;
    }
}
