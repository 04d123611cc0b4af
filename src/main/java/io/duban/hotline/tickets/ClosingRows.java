package io.duban.hotline.tickets;

import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads the rows the end of a ticket has left, table by table. */
@Component
class ClosingRows {

    private final FeedbackDefects defects;
    private final CallbackAttempts attempts;
    private final RedoJudgements redos;
    private final TicketRounds rounds;
    private final LaterEvaluations evaluations;
    private final Exclusions exclusions;

    ClosingRows(
            FeedbackDefects defects,
            CallbackAttempts attempts,
            RedoJudgements redos,
            TicketRounds rounds,
            LaterEvaluations evaluations,
            Exclusions exclusions) {
        this.defects = defects;
        this.attempts = attempts;
        this.redos = redos;
        this.rounds = rounds;
        this.evaluations = evaluations;
        this.exclusions = exclusions;
    }

    Mono<ClosingReading.ClosingRecord> of(UUID ticketId) {
        return Mono.zip(
                        defects.findByTicketIdOrderByFoundAtAscIdAsc(ticketId).collectList(),
                        attempts.findByTicketIdOrderByTriedAtAscIdAsc(ticketId).collectList(),
                        redos.findByTicketIdOrderByJudgedAtAscIdAsc(ticketId).collectList(),
                        rounds.findByTicketIdOrderByRound(ticketId).collectList(),
                        evaluations.findByTicketIdOrderByRound(ticketId).collectList(),
                        exclusions
                                .findByTicketIdOrderByRequestedAtAscIdAsc(ticketId)
                                .collectList())
                .map(all -> new ClosingReading.ClosingRecord(
                        all.getT1(), all.getT2(), all.getT3(), all.getT4(), all.getT5(), all.getT6()));
    }
}
