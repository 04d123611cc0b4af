package io.duban.hotline.open311;

import io.duban.hotline.tickets.OutsideDemands;
import io.duban.platform.problem.Refusal;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads what came with a ticket. */
@Component
class OutsideReading {

    private static final String REPORT = """
            select p.name as partner, r.* from open311_request r join person p on p.id = r.partner_id where r.ticket_id = $1""";

    private static final String UPDATES = "select * from open311_update where ticket_id = $1 order by received_at, id";

    private final DatabaseClient database;

    OutsideReading(DatabaseClient database) {
        this.database = database;
    }

    /** @throws Refusal {@code E_WEB_NOT_FOUND} in the Mono for a ticket that came by another way */
    Mono<OutsideReport> of(OutsideDemands.Seen seen) {
        return database.sql(UPDATES)
                .bind(0, seen.ticketId())
                .map(row -> update(row, seen.words()))
                .all()
                .collectList()
                .flatMap(updates -> database.sql(REPORT)
                        .bind(0, seen.ticketId())
                        .map(row -> report(row, seen.words(), updates))
                        .one())
                .switchIfEmpty(Mono.error(Refusal::notFound));
    }

    private static OutsideReport report(Readable row, UnaryOperator<String> words, List<OutsideReport.Update> updates) {
        return new OutsideReport(
                row.get("partner", String.class),
                row.get("jurisdiction_id", String.class),
                row.get("service_code", String.class),
                row.get("published", Boolean.class),
                row.get("address_id", String.class),
                OutsideReport.masked(row.get("email", String.class)),
                row.get("device_id", String.class),
                row.get("account_id", String.class),
                lines(row.get("media_url", String.class)),
                words.apply(row.get("attributes", String.class)),
                row.get("reported_at", Instant.class),
                updates);
    }

    private static OutsideReport.Update update(Readable row, UnaryOperator<String> words) {
        return new OutsideReport.Update(
                row.get("id", UUID.class),
                row.get("update_id", String.class),
                row.get("status", String.class),
                words.apply(row.get("description", String.class)),
                lines(row.get("media_url", String.class)),
                row.get("updated_at", Instant.class),
                row.get("received_at", Instant.class));
    }

    private static List<String> lines(@Nullable String text) {
        return text == null ? List.of() : text.lines().toList();
    }
}
