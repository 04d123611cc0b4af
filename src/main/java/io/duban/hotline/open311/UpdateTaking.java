package io.duban.hotline.open311;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.hotline.tickets.OutsideDemands;
import io.duban.platform.problem.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * What citizens write about their reports at the partner's, one by one as FixMyStreet posts it. It is kept and told to whoever has the ticket; a word such as
 * FIXED is what somebody says, and moves no ticket. An update's id counts once for its partner, and its first content stays.
 */
@Component
class UpdateTaking {

    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z_ -]{0,39}");

    private static final String KNOWN = "select id from open311_update where partner_id = $1 and update_id = $2";

    private final PartnerKeys keys;
    private final OutsideDemands demands;
    private final DatabaseClient database;
    private final Clock clock;

    UpdateTaking(PartnerKeys keys, OutsideDemands demands, DatabaseClient database, Clock clock) {
        this.keys = keys;
        this.demands = demands;
        this.database = database;
        this.clock = clock;
    }

    /** An update as it comes in. */
    private record Update(
            String requestId,
            String updateId,
            @Nullable String status,
            String description,
            @Nullable String mediaUrl,
            Instant updatedAt) {

        List<String> content() {
            return Stream.of(requestId, updateId, status, description, mediaUrl)
                    .map(String::valueOf)
                    .toList();
        }

        UpdateRow row(OutsideDemands.Ticket ticket, Partner partner, Instant now) {
            return new UpdateRow(
                    UuidCreator.getTimeOrderedEpoch(),
                    ticket.id(),
                    partner.officer().id(),
                    updateId,
                    status,
                    description,
                    mediaUrl,
                    updatedAt,
                    now);
        }
    }

    Mono<Answer> take(Parameters said, Partner partner, ServerWebExchange exchange) {
        keys.access(partner, "postOpen311Update", "ticket:create").attachTo(exchange);
        var update = update(said);
        var kept = known(update, partner).switchIfEmpty(Mono.defer(() -> keep(update, partner, exchange)));
        return kept.map(id -> Answer.of(
                "service_request_updates",
                List.of(new Answer.Fields().with("update_id", id).done())));
    }

    private Mono<String> known(Update update, Partner partner) {
        return database.sql(KNOWN)
                .bind(0, partner.officer().id())
                .bind(1, update.updateId())
                .map(row -> row.get("id", UUID.class).toString())
                .one();
    }

    private Mono<String> keep(Update update, Partner partner, ServerWebExchange exchange) {
        return demands.add(
                        exchange,
                        Reporting.key(partner, update.content()),
                        update.requestId(),
                        update.content(),
                        String.class,
                        (ticket, now) -> update.row(ticket, partner, now),
                        OutsideDemands.Ticket::number)
                .then(Mono.defer(() -> known(update, partner)));
    }

    private Update update(Parameters said) {
        var requestId = said.required("service_request_id", 100);
        var description = Optional.ofNullable(said.text("description", 4000)).orElse("");
        var status = said.text("status", 40);
        if (status != null && !WORD.matcher(status).matches()) {
            throw Refusal.invalid("status", "status 须为状态词,如 OPEN。", "status takes a word such as OPEN.");
        }
        var updatedAt = said.text("updated_datetime")
                .map(text -> W3cTime.read("updated_datetime", text, false))
                .orElseGet(clock::instant);
        return new Update(
                requestId,
                updateId(said, requestId, description),
                status == null ? null : status.toUpperCase(Locale.ROOT).replace(' ', '_'),
                description,
                Report.media(said),
                updatedAt);
    }

    /** Without an id, the same words about the same request are the same update. */
    private static String updateId(Parameters said, String requestId, String description) {
        var id = Optional.ofNullable(said.text("update_id", 100)).orElseGet(() -> said.text("update_id_ext", 100));
        return id == null
                ? "content:" + UUID.nameUUIDFromBytes((requestId + "\n" + description).getBytes(StandardCharsets.UTF_8))
                : id;
    }
}
