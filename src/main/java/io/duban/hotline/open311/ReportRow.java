package io.duban.hotline.open311;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * What a ticket's report said beyond what every ticket has. Never changed.
 *
 * @param published the reporter agreed that the report may be shown to everybody
 * @param attributes what the client added, one a line
 */
@Table("open311_request")
record ReportRow(
        @Id UUID ticketId,
        UUID partnerId,
        String jurisdictionId,
        String serviceCode,
        boolean published,
        @Nullable String addressId,
        @Nullable String email,
        @Nullable String deviceId,
        @Nullable String accountId,
        @Nullable String mediaUrl,
        String attributes,
        Instant reportedAt) {

    /** Of a citizen who wants to stay unknown nothing is kept that leads to him: he is asked through the partner, if at all. */
    static ReportRow of(UUID ticketId, Report report, Partner partner, String jurisdiction, Instant now) {
        var secret = ServiceForm.KEEP_SECRET.isYes(report.attributes(), false);
        return new ReportRow(
                ticketId,
                partner.officer().id(),
                jurisdiction,
                report.serviceCode(),
                ServiceForm.PUBLISH.isYes(report.attributes(), partner.publishes()),
                report.place().addressId(),
                secret ? null : report.email(),
                secret ? null : report.deviceId(),
                secret ? null : report.accountId(),
                report.mediaUrl(),
                report.attributesAsText(),
                now);
    }
}
