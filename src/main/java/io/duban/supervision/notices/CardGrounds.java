package io.duban.supervision.notices;

import static io.duban.supervision.notices.CardStatus.*;

import io.duban.platform.calendar.Deadlines;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.time.Instant;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** On what a card rests (domain 0.3). */
@Component
class CardGrounds {

    private static final String LONG_OVERDUE = "CARD_RED_OVERDUE";
    private static final Set<CardStatus> STANDING = Set.of(PROPOSED, ISSUED, OBJECTED, UPHELD);
    private static final Set<CardStatus> GIVEN = Set.of(ISSUED, OBJECTED, UPHELD);

    private final WarningCards cards;
    private final Deadlines deadlines;

    CardGrounds(WarningCards cards, Deadlines deadlines) {
        this.cards = cards;
        this.deadlines = deadlines;
    }

    /** {@code E_GEN_ILLEGAL_STATE} where a card of the colour stands for the same clock. */
    Mono<Void> requireNone(AssignmentStanding part, WarningCard.Colour colour) {
        return cards.existsByClockIdAndColourAndStatusIn(part.clockId(), colour, STANDING)
                .flatMap(stands -> stands
                        ? refused(
                                "该任务本轮已有同色牌,不再重复发牌。", "This round of the assignment has a card of that colour already.")
                        : Mono.empty());
    }

    /** {@code E_GEN_ILLEGAL_STATE} without a yellow card on the same part, unless it is overdue by the days of CARD_RED_OVERDUE. */
    Mono<Void> requireForRed(AssignmentStanding part, Instant now) {
        return cards.existsByAssignmentIdAndColourAndStatusIn(
                        part.assignmentId(), WarningCard.Colour.YELLOW_CARD, GIVEN)
                .filter(warned -> !warned)
                .flatMap(unwarned -> isLongOverdue(part, now))
                .filter(longOverdue -> !longOverdue)
                .flatMap(neither -> refused(
                        "红牌须先有黄牌,或者超期满3个工作日。", "A red card follows a yellow one, or three working days overdue."));
    }

    private Mono<Boolean> isLongOverdue(AssignmentStanding part, Instant now) {
        return part.isRed(now)
                ? deadlines
                        .start(LONG_OVERDUE, WarningCard.SUBJECT_TYPE, part.assignmentId(), "OVERDUE", part.dueAt())
                        .map(limit -> now.isAfter(limit.currentDueAt()))
                : Mono.just(false);
    }

    private static Mono<Void> refused(String chinese, String english) {
        return Mono.error(Refusal.of(RefusalCode.E_GEN_ILLEGAL_STATE, chinese, english));
    }
}
