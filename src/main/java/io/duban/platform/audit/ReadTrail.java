package io.duban.platform.audit;

import io.duban.platform.identity.Access;
import io.duban.platform.persistence.Statement;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Audits what was read, where that alone is worth a row: page by page of a work secret (domain 0.9). */
@Component
public class ReadTrail {

    private final DatabaseClient database;
    private final Clock clock;

    ReadTrail(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A page somebody was shown.
     *
     * @param number counted from 1
     */
    public record Page(String subjectType, UUID subjectId, long subjectVersion, UUID fileId, int number) {}

    /** Adds the row, whose action is the operation with the page's number; where it cannot be added, nothing is to be shown. */
    public Mono<Void> read(Page page, ServerWebExchange exchange) {
        var access = Access.of(exchange);
        var principal = access.mandate() == null ? null : access.officer().id();
        var address = Optional.ofNullable(exchange.getRequest().getRemoteAddress())
                .map(InetSocketAddress::getAddress)
                .map(remote -> remote.getHostAddress())
                .orElse(null);
        var action = access.operation().id() + "/" + page.number();
        var statement = new Statement();
        AuditTrail.write(
                statement,
                new Deed(access.actor().id(), principal, access.actor().clientId(), address, action, clock.instant()),
                page.subjectType(),
                page.subjectId(),
                page.subjectVersion(),
                List.of(page.fileId()));
        return statement.on(database);
    }
}
