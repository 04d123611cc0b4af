package io.duban.hotline.tickets;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.commands.Command;
import io.duban.platform.persistence.Versioned;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A co unit's part of a ticket (协办意见), for the host; it never goes to the citizen.
 *
 * @param returnedAt when the host sent it back as without substance; null unless it did
 */
@Table("hotline_part")
record CoPart(
        @Id UUID id,
        long version,
        UUID ticketId,
        UUID unitId,
        int round,
        String facts,
        UUID reportedBy,
        Instant reportedAt,
        @Nullable UUID returnedBy,
        @Nullable Instant returnedAt,
        @Nullable String returnWords)
        implements Versioned {

    static CoPart reported(HotlineTicket ticket, UUID unitId, String facts, Command command) {
        return new CoPart(
                UuidCreator.getTimeOrderedEpoch(),
                1,
                ticket.id(),
                unitId,
                ticket.round(),
                facts,
                command.officer().id(),
                command.now(),
                null,
                null,
                null);
    }

    CoPart returned(String words, Command command) {
        return new CoPart(
                id,
                version + 1,
                ticketId,
                unitId,
                round,
                facts,
                reportedBy,
                reportedAt,
                command.officer().id(),
                command.now(),
                words);
    }

    boolean stands() {
        return returnedAt == null;
    }
}
