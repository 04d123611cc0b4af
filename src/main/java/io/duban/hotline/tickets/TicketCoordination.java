package io.duban.hotline.tickets;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.commands.Command;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * What a coordination (会商) came to: who was heard, what was found, and whose it is for good.
 *
 * @param fallback the duty was unclear, and the district's unit for such cases (兜底单位) got it
 */
@Table("hotline_coordination")
record TicketCoordination(
        @Id UUID id,
        UUID ticketId,
        UUID hostUnitId,
        boolean fallback,
        Set<UUID> consultedUnitIds,
        String record,
        UUID recordedById,
        Instant recordedAt) {

    /**
     * What is designated.
     *
     * @param hostUnitId null: the duty is unclear
     * @param coUnitIds who helps it then
     */
    record Designation(@Nullable UUID hostUnitId, Set<UUID> coUnitIds, Set<UUID> consultedUnitIds, String record) {}

    static TicketCoordination of(HotlineTicket ticket, UUID host, Designation designation, Command command) {
        return new TicketCoordination(
                UuidCreator.getTimeOrderedEpoch(),
                ticket.id(),
                host,
                designation.hostUnitId() == null,
                designation.consultedUnitIds(),
                designation.record(),
                command.officer().id(),
                command.now());
    }
}
