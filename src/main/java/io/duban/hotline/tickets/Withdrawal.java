package io.duban.hotline.tickets;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.commands.Command;
import java.time.Instant;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** What a citizen said when he withdrew his demand (诉求人撤销). */
@Table("hotline_withdrawal")
record Withdrawal(@Id UUID id, UUID ticketId, String said, Instant saidAt, UUID recordedBy, Instant recordedAt) {

    static Withdrawal of(UUID ticketId, String said, Instant saidAt, Command command) {
        return new Withdrawal(
                UuidCreator.getTimeOrderedEpoch(),
                ticketId,
                said,
                saidAt,
                command.officer().id(),
                command.now());
    }
}
