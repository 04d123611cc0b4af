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
 * A call handed on to an emergency line, and the duty desk's note of it.
 *
 * @param receiverName the officer of the line who took it, not the citizen
 * @param reportedTo to whom the duty desk reported a risk (北京条例 art. 29); null for what is no risk, and until it has
 */
@Table("hotline_emergency_transfer")
record EmergencyTransfer(
        @Id UUID id,
        long version,
        UUID ticketId,
        EmergencyLine line,
        Handling.UrgencyClass urgencyClass,
        Instant transferredAt,
        String receiverName,
        @Nullable String note,
        UUID transferredBy,
        Instant recordedAt,
        @Nullable UUID acknowledgedBy,
        @Nullable Instant acknowledgedAt,
        @Nullable String reportedTo)
        implements Versioned {

    /** Whom one calls. */
    enum EmergencyLine {
        POLICE_110,
        FIRE_119,
        AMBULANCE_120,
        TRAFFIC_122
    }

    /** What the agent did. */
    record Handover(
            EmergencyLine line,
            Handling.UrgencyClass urgencyClass,
            Instant transferredAt,
            String receiverName,
            @Nullable String note) {}

    static EmergencyTransfer of(UUID ticketId, Handover handover, Command command) {
        return new EmergencyTransfer(
                UuidCreator.getTimeOrderedEpoch(),
                1,
                ticketId,
                handover.line(),
                handover.urgencyClass(),
                handover.transferredAt(),
                handover.receiverName(),
                handover.note(),
                command.officer().id(),
                command.now(),
                null,
                null,
                null);
    }

    EmergencyTransfer acknowledged(@Nullable String reported, Command command) {
        return new EmergencyTransfer(
                id,
                version + 1,
                ticketId,
                line,
                urgencyClass,
                transferredAt,
                receiverName,
                note,
                transferredBy,
                recordedAt,
                command.officer().id(),
                command.now(),
                reported);
    }
}
