package io.duban.documents.incoming;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The register's line (收文登记).
 *
 * @param returnUntil after this instant only the director returns the paper to its sender
 * @param offlineBypass acted on outside before it was registered: a line of the bypass ledger
 * @param bypassLeaderId the leader who received or wrote it directly
 * @param handedBy who handed it to him
 * @param bypassSeenBy the director who has seen the line of the ledger
 */
record Register(
        @Nullable String registerNumber,
        @Nullable UUID registeredBy,
        @Nullable Instant registeredAt,
        @Nullable LocalDate documentDate,
        @Nullable String senderLevel,
        boolean upward,
        @Nullable Integer copies,
        @Nullable Instant returnUntil,
        boolean offlineBypass,
        @Nullable UUID bypassLeaderId,
        @Nullable LocalDate bypassDate,
        @Nullable String handedBy,
        @Nullable String bypassReason,
        @Nullable UUID bypassSeenBy,
        @Nullable Instant bypassSeenAt)
        implements Page {

    static final Register NONE =
            new Register(null, null, null, null, null, false, null, null, false, null, null, null, null, null, null);

    /** Handed to a leader, who gave it to the office at once: no bypass, but it is known who tried. */
    static Register handedOver(UUID leader, LocalDate on, @Nullable String by) {
        return new Register(null, null, null, null, null, false, null, null, false, leader, on, by, null, null, null);
    }

    /** What was received or decided outside, as the registrar heard of it. */
    static Register bypassed(UUID leader, LocalDate on, String by, String reason) {
        return new Register(null, null, null, null, null, false, null, null, true, leader, on, by, reason, null, null);
    }

    Register numbered(String number, Facts facts, Instant mayReturnUntil, UUID by, Instant now) {
        return new Register(
                number,
                by,
                now,
                facts.documentDate(),
                facts.senderLevel(),
                facts.upward(),
                facts.copies(),
                mayReturnUntil,
                offlineBypass,
                bypassLeaderId,
                bypassDate,
                handedBy,
                bypassReason,
                bypassSeenBy,
                bypassSeenAt);
    }

    Register seen(UUID by, Instant now) {
        return new Register(
                registerNumber,
                registeredBy,
                registeredAt,
                documentDate,
                senderLevel,
                upward,
                copies,
                returnUntil,
                offlineBypass,
                bypassLeaderId,
                bypassDate,
                handedBy,
                bypassReason,
                by,
                now);
    }

    /** What the registrar reads off the paper. */
    record Facts(
            @Nullable LocalDate documentDate,
            @Nullable String senderLevel,
            boolean upward,
            @Nullable Integer copies) {}
}
