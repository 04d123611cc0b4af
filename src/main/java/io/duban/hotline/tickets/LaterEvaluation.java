package io.duban.hotline.tickets;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.commands.Command;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * What a citizen said after the close, when the unit had solved it after all (domain 2.5, edge cases): once, within ten days.
 *
 * <p>A round is rated once. This evaluation takes the place of the first call-back in the resolution and satisfaction rates, on the day of that
 * call-back; where the figures of its month are locked by then, it is an adjustment (domain 0.6, rule 7). The first call-back stays on the ticket and
 * is shown beside it.
 */
@Table("hotline_evaluation")
record LaterEvaluation(
        @Id UUID id,
        UUID ticketId,
        int round,
        Callback.Resolved resolved,
        Callback.Satisfaction satisfaction,
        @Nullable String words,
        UUID recordedById,
        Instant evaluatedAt) {

    /** The citizen's word. */
    record Said(
            Callback.Resolved resolved,
            Callback.Satisfaction satisfaction,
            @Nullable String words) {}

    static LaterEvaluation of(HotlineTicket ticket, Said said, Command command) {
        return new LaterEvaluation(
                UuidCreator.getTimeOrderedEpoch(),
                ticket.id(),
                ticket.round(),
                said.resolved(),
                said.satisfaction(),
                said.words(),
                command.officer().id(),
                command.now());
    }
}
