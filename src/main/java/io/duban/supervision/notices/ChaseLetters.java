package io.duban.supervision.notices;

import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** The chase letters as they stand. */
interface ChaseLetters extends Papers<ChaseLetter> {

    Mono<Boolean> existsByAssignmentIdAndRestsUntil(UUID assignmentId, Instant restsUntil);

    Mono<Boolean> existsByAssignmentIdAndStatus(UUID assignmentId, ChaseLetterStatus status);
}
