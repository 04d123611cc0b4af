package io.duban.supervision.notices;

import java.util.Collection;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** The cards as they stand. */
interface WarningCards extends Papers<WarningCard> {

    Mono<Boolean> existsByClockIdAndColourAndStatusIn(
            UUID clockId, WarningCard.Colour colour, Collection<CardStatus> status);

    Mono<Boolean> existsByAssignmentIdAndColourAndStatusIn(
            UUID assignmentId, WarningCard.Colour colour, Collection<CardStatus> status);
}
