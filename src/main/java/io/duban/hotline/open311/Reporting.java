package io.duban.hotline.open311;

import io.duban.hotline.tickets.OutsideDemands;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * A report becomes a ticket. The standard has no idempotency key, so one is made of what was sent: the same content of the same partner is one report for
 * as long as answers are remembered. Where the client names its own id of the report, that id makes only one ticket for ever, and the first content counts.
 */
@Component
class Reporting {

    private static final String NOTICE = "诉求已收到,将依法依规分办;可凭编号查询进展。";

    private final PartnerKeys keys;
    private final Services services;
    private final OutsideDemands demands;
    private final Clock clock;

    Reporting(PartnerKeys keys, Services services, OutsideDemands demands, Clock clock) {
        this.keys = keys;
        this.services = services;
        this.demands = demands;
        this.clock = clock;
    }

    /** What the client is told; kept for a repeated post. */
    record Accepted(String requestId, @Nullable String accountId) {}

    Mono<Answer> report(Parameters said, String jurisdiction, Partner partner, ServerWebExchange exchange) {
        keys.access(partner, "postOpen311Request", "ticket:create").attachTo(exchange);
        var report = Report.of(said);
        return services.require(report.serviceCode())
                .flatMap(service -> accept(report, service, jurisdiction, partner, exchange))
                .map(Reporting::answer);
    }

    private Mono<Accepted> accept(
            Report report, Service service, String jurisdiction, Partner partner, ServerWebExchange exchange) {
        var demanded = demanded(report, service, partner);
        return demands.accept(
                exchange,
                key(partner, report.content()),
                report.content(),
                demanded,
                Accepted.class,
                (ticket, now) -> ReportRow.of(ticket.id(), report, partner, jurisdiction, now),
                ticket -> new Accepted(ticket.number(), report.accountId()));
    }

    /** The title is the service's name: what a citizen writes may name persons, and titles travel. */
    private OutsideDemands.Demanded demanded(Report report, Service service, Partner partner) {
        return new OutsideDemands.Demanded(
                partner.officer().sourceSystem(),
                report.externalId() == null ? UUID.randomUUID().toString() : "open311:" + report.externalId(),
                report.deviceId() != null,
                ServiceForm.DEMAND_TYPE.answer(report.attributes(), "HELP"),
                service.code(),
                service.name(),
                report.description().isEmpty() ? service.name() : report.description(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                report.place().words(),
                report.place().latitude(),
                report.place().longitude(),
                report.name(),
                report.phone(),
                ServiceForm.KEEP_SECRET.isYes(report.attributes(), false));
    }

    /** One key for one content of one partner. */
    static UUID key(Partner partner, List<String> content) {
        var all = partner.officer().id() + "\u0000" + String.join("\u0000", content);
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8));
    }

    private static Answer answer(Accepted accepted) {
        return Answer.of(
                "service_requests",
                List.of(new Answer.Fields()
                        .with("service_request_id", accepted.requestId())
                        .with("service_notice", NOTICE)
                        .with("account_id", accepted.accountId())
                        .done()));
    }
}
