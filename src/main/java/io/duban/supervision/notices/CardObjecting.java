package io.duban.supervision.notices;

import static io.duban.platform.identity.Role.*;
import static io.duban.supervision.notices.CardMove.*;

import io.duban.platform.calendar.Deadlines;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Event;
import io.duban.platform.events.Priority;
import io.duban.platform.identity.Access;
import io.duban.platform.todos.Assignee;
import java.util.HashSet;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A card at the unit: signed for, objected to, upheld or withdrawn. */
@Component
class CardObjecting {

    private static final String RULE = "CARD_DECIDE";
    private static final String DECIDE = "DECIDE_OBJECTION";

    private final WarningCards cards;
    private final SupervisionBulletins bulletins;
    private final Deadlines deadlines;

    CardObjecting(WarningCards cards, SupervisionBulletins bulletins, Deadlines deadlines) {
        this.cards = cards;
        this.bulletins = bulletins;
        this.deadlines = deadlines;
    }

    /** The paper for whoever may read it. */
    Mono<WarningCard> require(UUID cardId, Access access) {
        return cards.require(cardId, access);
    }

    Mono<Outcome<WarningCard>> signFor(UUID cardId, Command command) {
        return cards.require(cardId, command.access())
                .map(card -> card.signFor(command))
                .map(card ->
                        arrived(Outcome.changed(card), command).announcing("signedFor", Priority.INFO, command.now()));
    }

    /** To the director; where he approved it, to the chief leader. Whoever objects has signed for it. */
    Mono<Outcome<WarningCard>> object(UUID cardId, String words, Command command) {
        return cards.require(cardId, command.access())
                .flatMap(before -> deadlines
                        .start(RULE, WarningCard.SUBJECT_TYPE, cardId, DECIDE, command.now())
                        .map(decideBy -> {
                            var card = before.object(words, decideBy.currentDueAt(), command);
                            return arrived(Outcome.changed(card), command)
                                    .starting(decideBy)
                                    .opening(
                                            DECIDE,
                                            Assignee.holders(card.isRed() ? CHIEF_LEADER : OFFICE_DIRECTOR),
                                            card.dueAt())
                                    .announcing("objected", Priority.ACTION, command.now());
                        }));
    }

    Mono<Outcome<WarningCard>> uphold(UUID cardId, String ruling, Command command) {
        return cards.require(cardId, command.access())
                .map(card -> ruled(card.rule(UPHOLD, ruling, command), "upheld", command));
    }

    /** On an objection, or because a conclusion it rested on was changed. The bulletin a red card opened goes with it, or is to be corrected. */
    Mono<Outcome<WarningCard>> withdraw(UUID cardId, String ruling, Command command) {
        return cards.require(cardId, command.access())
                .map(card -> ruled(card.rule(WITHDRAW, ruling, command), "withdrawn", command))
                .flatMap(outcome -> bulletins
                        .findByCardId(cardId)
                        .map(bulletin -> outcome.including(BulletinCorrecting.groundless(bulletin, command)))
                        .defaultIfEmpty(outcome));
    }

    private static Outcome<WarningCard> ruled(WarningCard card, String verb, Command command) {
        var told = new HashSet<>(card.head().participantIds());
        told.add(card.unitId());
        return arrived(Outcome.changed(card), command)
                .closing(DECIDE)
                .satisfying(DECIDE, command.now())
                .announcing(Event.of(verb, Priority.INFO, card, command.now()).to(told));
    }

    private static Outcome<WarningCard> arrived(Outcome<WarningCard> outcome, Command command) {
        return outcome.closing(Deliveries.SIGN_FOR).satisfying(Deliveries.SIGN_FOR, command.now());
    }
}
