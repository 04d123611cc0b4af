package io.duban.supervision.notices;

import static io.duban.platform.identity.Role.*;

import io.duban.platform.calendar.Deadlines;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Event;
import io.duban.platform.events.Priority;
import io.duban.platform.todos.Assignee;
import io.duban.supervision.matters.SupervisionMatters;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A card goes out: a yellow one on the word of the supervision office's chief, a red one only when the director approved it (domain 0.3). */
@Component
class CardIssuing {

    private static final String OBJECT_RULE = "CARD_OBJECT";

    private final WarningCards cards;
    private final SupervisionMatters matters;
    private final AssignmentStandings standings;
    private final CardGrounds grounds;
    private final NoticeNumbers numbers;
    private final Deliveries deliveries;
    private final Deadlines deadlines;

    CardIssuing(
            WarningCards cards,
            SupervisionMatters matters,
            AssignmentStandings standings,
            CardGrounds grounds,
            NoticeNumbers numbers,
            Deliveries deliveries,
            Deadlines deadlines) {
        this.cards = cards;
        this.matters = matters;
        this.standings = standings;
        this.grounds = grounds;
        this.numbers = numbers;
        this.deliveries = deliveries;
        this.deadlines = deadlines;
    }

    /** What is to be said with a card, and of which colour. */
    record Order(WarningCard.Colour colour, String reason) {}

    Mono<Outcome<WarningCard>> propose(UUID matterId, UUID assignmentId, Order order, Command command) {
        Duties.requirePost(
                command, "黄牌、红牌由督查室主任提出。", "The chief of the supervision office gives cards.", SUPERVISION_CHIEF);
        return matters.require(matterId, command.access().reach())
                .doOnNext(matter -> matter.requireUnderWay("PROPOSE_CARD"))
                .flatMap(matter -> standings.require(assignmentId, matterId))
                .doOnNext(AssignmentStanding::requireNoLeaders)
                .delayUntil(part -> grounds.requireNone(part, order.colour()))
                .delayUntil(part -> order.colour() == WarningCard.Colour.RED_CARD
                        ? grounds.requireForRed(part, command.now())
                        : Mono.empty())
                .map(part -> WarningCard.proposed(order.colour(), part, order.reason(), command, command.now()))
                .flatMap(card -> card.isRed()
                        ? Mono.just(proposed(card, command))
                        : passage(card, command.now())
                                .map(passage ->
                                        issued(card.issuedAtOnce(passage, command.now()), passage, command.now())));
    }

    /** The grounds are looked at again: a yellow card may have been withdrawn, a result accepted, the matter given up. */
    Mono<Outcome<WarningCard>> approve(UUID cardId, @Nullable String opinion, Command command) {
        return cards.require(cardId, command.access())
                .doOnNext(card -> card.checkDecision(CardMove.APPROVE, command))
                .delayUntil(card -> matters.findById(card.head().matterId())
                        .doOnNext(matter -> matter.requireUnderWay(CardMove.APPROVE.name())))
                .delayUntil(card -> standings
                        .require(card.assignmentId(), card.head().matterId())
                        .doOnNext(part -> part.requireOpen(CardMove.APPROVE.name()))
                        .flatMap(part -> grounds.requireForRed(part, command.now())))
                .flatMap(card -> passage(card, command.now()).map(passage -> {
                    var approved = card.approve(opinion, passage, command);
                    return issued(approved, passage, command.now())
                            .closing(CardMove.APPROVE.name())
                            .including(BulletinDrafting.opened(approved, command));
                }));
    }

    Mono<Outcome<WarningCard>> reject(UUID cardId, @Nullable String opinion, Command command) {
        return cards.require(cardId, command.access())
                .map(card -> card.reject(opinion, command))
                .map(card -> Outcome.changed(card)
                        .closing(CardMove.APPROVE.name())
                        .announcing(Event.of("rejected", Priority.INFO, card, command.now())
                                .to(card.head().participantIds())));
    }

    /** A yellow card that nobody gave: the light turned red where the district wants one then. Empty when there is one already. */
    Mono<Outcome<WarningCard>> atRedLight(UUID assignmentId, Instant now) {
        return standings
                .stillWithoutCard(assignmentId, now)
                .map(part ->
                        WarningCard.proposed(WarningCard.Colour.YELLOW_CARD, part, "承办任务超期未办结(红灯),系统按规则发出。", null, now))
                .flatMap(card ->
                        passage(card, now).map(passage -> issued(card.issuedAtOnce(passage, now), passage, now)));
    }

    private static Outcome<WarningCard> proposed(WarningCard card, Command command) {
        return Outcome.created(card)
                .opening(CardMove.APPROVE.name(), Assignee.holders(OFFICE_DIRECTOR), null)
                .announcing("proposed", Priority.ACTION, command.now());
    }

    /** Not in the matter's time line: its other units have no business with this one's card. */
    private static Outcome<WarningCard> issued(WarningCard card, CardPassage passage, Instant now) {
        var outcome = card.version() == 1 ? Outcome.created(card) : Outcome.changed(card);
        return passage.number()
                .by(outcome.starting(passage.signBy(), Deliveries.urging(card.unitId()))
                        .opening(
                                Deliveries.SIGN_FOR,
                                Assignee.holdersAt(Set.of(card.unitId()), UNIT_LIAISON, UNIT_HEAD),
                                card.dueAt())
                        .announcing("issued", Priority.ACTION, now));
    }

    private Mono<CardPassage> passage(WarningCard card, Instant now) {
        return deadlines
                .start(OBJECT_RULE, WarningCard.SUBJECT_TYPE, card.id(), CardMove.OBJECT.name(), now)
                .flatMap(until -> deliveries
                        .signBy(card, now)
                        .flatMap(signBy -> numbers.next(card.colour().numbered(), now)
                                .map(number -> new CardPassage(number, signBy, until.currentDueAt()))));
    }
}
