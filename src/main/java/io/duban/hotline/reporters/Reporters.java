package io.duban.hotline.reporters;

import io.duban.platform.persistence.SealingKeys;
import java.time.Instant;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Seals and opens who reported a wrongdoing. Who may have it opened is for the caller to ask. */
@Component
public class Reporters {

    private final SealingKeys keys;
    private final DatabaseClient database;
    private final JsonMapper json;

    Reporters(SealingKeys reporterKeys, DatabaseClient database, JsonMapper json) {
        this.keys = reporterKeys;
        this.database = database;
        this.json = json;
    }

    @Table("hotline_reporter")
    record Row(@Id UUID ticketId, String keyId, byte[] nonce, byte[] sealed, Instant recordedAt) {}

    /** The row to be inserted with the ticket. */
    public Object sealed(UUID ticketId, Reporter reporter, Instant now) {
        var sealed = keys.seal(json.writeValueAsBytes(reporter), SealingKeys.context(ticketId));
        return new Row(ticketId, sealed.keyId(), sealed.nonce(), sealed.text(), now);
    }

    /** Who reported; empty for an anonymous report. */
    public Mono<Reporter> open(UUID ticketId) {
        return database.sql(
                        "select ticket_id, key_id, nonce, sealed, recorded_at from hotline_reporter where ticket_id = $1")
                .bind(0, ticketId)
                .mapProperties(Row.class)
                .one()
                .map(row -> keys.open(
                        new SealingKeys.Sealed(row.keyId(), row.nonce(), row.sealed()),
                        SealingKeys.context(row.ticketId())))
                .map(text -> json.readValue(text, Reporter.class));
    }
}
