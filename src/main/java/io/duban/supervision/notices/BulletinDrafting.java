package io.duban.supervision.notices;

import static io.duban.platform.identity.Role.*;
import static io.duban.supervision.notices.BulletinMove.*;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.identity.Directory;
import io.duban.platform.problem.Refusal;
import io.duban.platform.todos.Assignee;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A bulletin on the supervision office's desk: drafted, by itself or opened by a red card, rewritten, and submitted to the director. */
@Component
class BulletinDrafting {

    private final BulletinFiles files;
    private final Directory directory;

    BulletinDrafting(BulletinFiles files, Directory directory) {
        this.files = files;
        this.directory = directory;
    }

    /** A text and what it is called. */
    record Order(String title, BulletinText body) {}

    Mono<Outcome<BulletinFile>> draft(Order order, Command command) {
        requireSupervision(command);
        return requireUnits(order).then(Mono.fromSupplier(() -> opened(null, order, BulletinOrigin.NONE, command)));
    }

    Mono<Outcome<BulletinFile>> edit(UUID bulletinId, Order order, Command command) {
        return files.require(bulletinId, command.access())
                .map(file -> file.with(file.bulletin().edit(order.title(), order.body(), command)))
                .delayUntil(file -> requireUnits(order))
                .map(file -> changed(file).announcing("edited", Priority.INFO, command.now()));
    }

    Mono<Outcome<BulletinFile>> submit(UUID bulletinId, @Nullable String note, Command command) {
        return files.require(bulletinId, command.access())
                .map(file -> said(SUBMIT, file, file.bulletin().submit(command), note, command))
                .map(outcome -> outcome.closing(SUBMIT.name())
                        .opening(HEAR.name(), Assignee.holders(OFFICE_DIRECTOR), null)
                        .announcing("submitted", Priority.ACTION, command.now()));
    }

    /** A new draft on the desk of whoever orders it. */
    static Outcome<BulletinFile> opened(@Nullable UUID matterId, Order order, BulletinOrigin origin, Command command) {
        return opened(SupervisionBulletin.drafted(
                matterId, order.title(), order.body(), origin, command.officer().id(), command.now()));
    }

    /** What a red card opens (domain 0.3); whoever proposed the card writes it. */
    static Outcome<BulletinFile> opened(WarningCard card, Command command) {
        var unit = Set.of(card.unitId());
        var proposer = card.issue().proposedById();
        return opened(SupervisionBulletin.drafted(
                card.head().matterId(),
                "通报:" + card.title(),
                new BulletinText(card.reason(), BulletinText.Tone.CRITICISE, unit, unit),
                new BulletinOrigin(card.id(), null, null),
                proposer == null ? command.officer().id() : proposer,
                command.now()));
    }

    private static Outcome<BulletinFile> opened(SupervisionBulletin bulletin) {
        return Outcome.about(BulletinFile.of(bulletin))
                .inserting(bulletin)
                .opening(SUBMIT.name(), Assignee.persons(bulletin.hands().authors()), null)
                .announcing("drafted", Priority.ACTION, bulletin.head().createdAt());
    }

    static Outcome<BulletinFile> changed(BulletinFile file) {
        return Outcome.about(file).updating(file.bulletin());
    }

    /** A step with what was said at it. */
    static Outcome<BulletinFile> said(
            BulletinMove step,
            BulletinFile before,
            SupervisionBulletin after,
            @Nullable String words,
            Command command) {
        var entry = BulletinEntry.of(step, after, words, command);
        return changed(before.with(after, entry)).inserting(entry);
    }

    static void requireSupervision(Command command) {
        Duties.requirePost(
                command, "督查通报由督查机构起草。", "The supervision office drafts bulletins.", SUPERVISOR, SUPERVISION_CHIEF);
    }

    /** Each unit has a liaison who finds the bulletin on his desk. */
    private Mono<Void> requireUnits(Order order) {
        return directory
                .canAllSignFor(order.body().everybody())
                .flatMap(all -> all
                        ? Mono.empty()
                        : Mono.error(Refusal.invalid(
                                "/recipientUnitIds", "单位不存在或没有联络员。", "A unit does not exist or has no liaison.")));
    }
}
