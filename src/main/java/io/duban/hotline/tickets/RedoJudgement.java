package io.duban.hotline.tickets;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.commands.Command;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * Whether what a citizen still wants is reasonable (domain 2.5 T20).
 *
 * @param round the round he is not content with
 * @param wishes what he wants
 * @param reason why it is not reasonable; else any remark
 */
@Table("hotline_redo")
record RedoJudgement(
        @Id UUID id,
        UUID ticketId,
        int round,
        String wishes,
        boolean reasonable,
        @Nullable String reason,
        UUID judgedById,
        Instant judgedAt) {

    static RedoJudgement of(HotlineTicket before, TicketRedoing.Order order, Command command) {
        return new RedoJudgement(
                UuidCreator.getTimeOrderedEpoch(),
                before.id(),
                before.round(),
                order.wishes(),
                order.reasonable(),
                order.reason(),
                command.officer().id(),
                command.now());
    }
}
