package io.duban.hotline.tickets;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.commands.Outcome;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * What a platform above sent under one version of its ticket, once for each kind.
 *
 * @param late a later version had come before it, so nothing was done about it
 * @param reason why the platform closed it; null for a dispatch
 */
@Table("hotline_source_version")
record UpstreamVersion(
        @Id UUID id,
        String sourceSystem,
        String sourceId,
        long sourceVersion,
        Kind kind,
        boolean late,
        byte[] contentHash,
        @Nullable String reason,
        UUID ticketId,
        Instant receivedAt) {

    /** What a version is about. */
    enum Kind {
        /** 派单 from above: the first, or a further one (再次派单). */
        DISPATCH,
        /** The platform closed it. */
        CLOSING
    }

    /** It was sent before: nothing is done, if it is the same. */
    Outcome<HotlineTicket> repeated(Source again, HotlineTicket ticket) {
        again.requireSameAs(contentHash);
        return Outcome.unchanged(ticket);
    }

    static UpstreamVersion of(Source source, UUID ticketId, boolean late, Instant now) {
        return of(source, Kind.DISPATCH, late, null, ticketId, now);
    }

    static UpstreamVersion closing(Source source, boolean late, String reason, UUID ticketId, Instant now) {
        return of(source, Kind.CLOSING, late, reason, ticketId, now);
    }

    private static UpstreamVersion of(
            Source source, Kind kind, boolean late, @Nullable String reason, UUID ticketId, Instant now) {
        return new UpstreamVersion(
                UuidCreator.getTimeOrderedEpoch(),
                Objects.requireNonNull(source.sourceSystem()),
                Objects.requireNonNull(source.sourceId()),
                source.number(),
                kind,
                late,
                source.hash(),
                reason,
                ticketId,
                now);
    }
}
