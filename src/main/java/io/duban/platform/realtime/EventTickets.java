package io.duban.platform.realtime;

import io.duban.platform.identity.OfficerToken;
import io.duban.platform.identity.Officers;
import io.duban.platform.identity.RequestCredential;
import io.duban.platform.web.ContractIndex;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Tickets that open one stream, for clients that can send no header. They stand in an address, which is logged and remembered: so they are
 * random, end after half a minute, work once, open nothing but the stream, and are kept only as a hash.
 */
@Component
class EventTickets implements RequestCredential {

    private static final Duration LIFETIME = Duration.ofSeconds(30);
    private static final int BYTES = 32;
    private static final String STREAM = ContractIndex.PREFIX + "/events";

    private static final String KEEP = """
            with swept as (
                delete from event_ticket where hash in (
                    select hash from event_ticket where expires_at < $6 limit 100 for update skip locked)
            )
            insert into event_ticket (hash, person_id, client_id, scopes, token_expires_at, expires_at)
            values ($1, $2, $3, $4, $5, $7)""";

    /** Deleting is using: of two that come with the same ticket, one finds the row. */
    private static final String USE = """
            delete from event_ticket where hash = $1
            returning person_id, client_id, scopes, least(expires_at, token_expires_at) > $2 as good, token_expires_at""";

    private final DatabaseClient database;
    private final Officers officers;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    EventTickets(DatabaseClient database, Officers officers, Clock clock) {
        this.database = database;
        this.officers = officers;
        this.clock = clock;
    }

    /** A ticket as its holder gets it. */
    record Ticket(String text, Instant expiresAt) {}

    Mono<Ticket> issue(OfficerToken token) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var now = now();
        var officer = token.officer();
        return database.sql(KEEP)
                .bind(0, hash(text))
                .bind(1, officer.id())
                .bind(2, officer.clientId())
                .bind(3, officer.scopes().toArray(String[]::new))
                .bind(4, token.expiresAt())
                .bind(5, now)
                .bind(6, now.plus(LIFETIME))
                .then()
                .thenReturn(new Ticket(text, now.plus(LIFETIME)));
    }

    @Override
    public Mono<OfficerToken> read(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        var ticket = request.getQueryParams().getFirst("ticket");
        return ticket == null || !request.getPath().value().equals(STREAM) ? Mono.empty() : use(ticket);
    }

    private Mono<OfficerToken> use(String ticket) {
        return database.sql(USE)
                .bind(0, hash(ticket))
                .bind(1, now())
                .map(row -> new Used(
                        row.get("person_id", UUID.class),
                        row.get("client_id", String.class),
                        Set.copyOf(List.of(row.get("scopes", String[].class))),
                        Boolean.TRUE.equals(row.get("good", Boolean.class)),
                        Objects.requireNonNull(row.get("token_expires_at", Instant.class))))
                .one()
                .filter(Used::good)
                .flatMap(used -> officers.find(used.person(), used.client(), used.scopes())
                        .map(officer -> new OfficerToken(officer, used.tokenExpiresAt())))
                .switchIfEmpty(Mono.error(() -> new BadCredentialsException("unknown, used or expired ticket")));
    }

    private record Used(UUID person, String client, Set<String> scopes, boolean good, Instant tokenExpiresAt) {}

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static byte[] hash(String ticket) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(ticket.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
