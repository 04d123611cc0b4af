package io.duban.platform.identity;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads which mandates are in force, from the database each time: one that has ended opens nothing, however young a memory would be. */
@Component
public class Mandates {

    private static final String FIND = """
            select id, valid_from, valid_to, presiding, document_kinds, unit_ids from live_mandate
            where principal_id = $1 and delegate_id = $2""";

    private final DatabaseClient database;

    Mandates(DatabaseClient database) {
        this.database = database;
    }

    /**
     * The mandate in force now.
     *
     * @throws Refusal {@code E_GEN_SCOPE} in the Mono when there is none
     */
    Mono<Mandate> require(UUID principalId, UUID delegateId) {
        return database.sql(FIND)
                .bind(0, principalId)
                .bind(1, delegateId)
                .map(row -> new Mandate(
                        Objects.requireNonNull(row.get("id", UUID.class)),
                        principalId,
                        delegateId,
                        Objects.requireNonNull(row.get("valid_from", Instant.class)),
                        Objects.requireNonNull(row.get("valid_to", Instant.class)),
                        Boolean.TRUE.equals(row.get("presiding", Boolean.class)),
                        Set.copyOf(List.of(Objects.requireNonNull(row.get("document_kinds", String[].class)))),
                        Set.copyOf(List.of(Objects.requireNonNull(row.get("unit_ids", UUID[].class))))))
                .first()
                .switchIfEmpty(Mono.error(Mandates::none));
    }

    /** Completes while the mandate is in force, and at once when nobody acts for another; else {@code E_GEN_SCOPE}. */
    public Mono<Void> requireInForce(@Nullable Mandate mandate) {
        return mandate == null
                ? Mono.empty()
                : require(mandate.principalId(), mandate.delegateId())
                        .filter(now -> now.id().equals(mandate.id()))
                        .switchIfEmpty(Mono.error(Mandates::none))
                        .then();
    }

    static Refusal none() {
        return Refusal.of(
                RefusalCode.E_GEN_SCOPE,
                "您现在没有此人的有效委托(未设立、尚未生效或已结束)。",
                "You have no mandate of this person that is in force now.");
    }
}
