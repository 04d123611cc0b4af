package io.duban.platform.commands;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.security.MessageDigest;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds the answer a key was given before, by the same person through the same client. */
@Component
class IdempotencyKeys {

    private static final String FIND = """
            select fingerprint, status, location, version, body from idempotency_key
            where client_id = $1 and person_id = $2 and key = $3""";

    private final DatabaseClient database;

    IdempotencyKeys(DatabaseClient database) {
        this.database = database;
    }

    /**
     * The stored answer; empty for a new key.
     *
     * @throws Refusal {@code E_WEB_KEY_REUSED} in the Mono when the key came with another request
     */
    Mono<StoredAnswer> find(Command command) {
        return database.sql(FIND)
                .bind(0, command.actor().clientId())
                .bind(1, command.actor().id())
                .bind(2, command.key())
                .map(row -> {
                    if (!MessageDigest.isEqual(row.get("fingerprint", byte[].class), command.fingerprint())) {
                        throw reused();
                    }
                    return new StoredAnswer(
                            row.get("status", Integer.class),
                            row.get("location", String.class),
                            row.get("version", String.class),
                            row.get("body", byte[].class));
                })
                .one();
    }

    /** Answers are remembered for 72 hours. */
    Mono<Long> removeExpired() {
        return database.sql("delete from idempotency_key where created_at < now() - interval '72 hours'")
                .fetch()
                .rowsUpdated();
    }

    private static Refusal reused() {
        return Refusal.of(
                RefusalCode.E_WEB_KEY_REUSED,
                "这个 Idempotency-Key 已用于另一个请求;新的请求请换一个。",
                "This Idempotency-Key was used for another request; make a new one.");
    }
}
