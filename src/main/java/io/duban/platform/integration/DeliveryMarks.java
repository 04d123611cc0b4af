package io.duban.platform.integration;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writes down how an attempt went, as long as the attempt is still this instance's: delivery, log and health in one statement. */
@Component
class DeliveryMarks {

    private static final String MARK = """
            with done as (
                update webhook_delivery set status = :status, version = version + 1, attempts = attempts + 1, next_at = coalesce(:next, next_at),
                    lease = null, leased_until = null, last_code = :code, last_fault = :fault,
                    finished_at = case when :status = 'WAITING' then null else :now::timestamptz end
                where id = :id and lease = :lease returning id, endpoint_id),
            logged as (
                insert into webhook_attempt (delivery_id, at, milliseconds, code, fault)
                select id, :now, :milliseconds, :code, :fault from done)
            insert into webhook_health as health (endpoint_id, failing_since, last_success_at, last_failure_at, last_fault)
            select endpoint_id, case when :fault::text is not null then :now::timestamptz end, case when :fault::text is null then :now::timestamptz end,
                case when :fault::text is not null then :now::timestamptz end, :fault from done
            on conflict (endpoint_id) do update set
                failing_since = case when :fault::text is not null then coalesce(health.failing_since, :now::timestamptz) end,
                last_success_at = coalesce(excluded.last_success_at, health.last_success_at),
                last_failure_at = coalesce(excluded.last_failure_at, health.last_failure_at),
                last_fault = coalesce(excluded.last_fault, health.last_fault)
            returning failing_since""";

    private static final String WITHHOLD = """
            update webhook_delivery set status = 'WITHHELD', version = version + 1, lease = null, leased_until = null, finished_at = :now
            where id = :id and lease = :lease""";

    private final DatabaseClient database;

    DeliveryMarks(DatabaseClient database) {
        this.database = database;
    }

    /**
     * How an attempt went.
     *
     * @param status WAITING when it is tried again, at {@code next}
     */
    record Mark(DeliveryStatus status, @Nullable Instant next, DeliveryAttempt attempt) {}

    /** Since when its endpoint has been failing; nothing inside when it does well. Empty when the lease was lost, and nothing is written. */
    Mono<Optional<Instant>> write(ClaimedDelivery delivery, Mark mark, Instant now) {
        var attempt = mark.attempt();
        var fault = attempt.fault() == null ? null : attempt.fault().name();
        return database.sql(MARK)
                .bind("id", delivery.id())
                .bind("lease", delivery.lease())
                .bind("status", mark.status().name())
                .bind("next", Parameter.fromOrEmpty(mark.next(), Instant.class))
                .bind("code", Parameter.fromOrEmpty(attempt.code(), Integer.class))
                .bind("fault", Parameter.fromOrEmpty(fault, String.class))
                .bind("milliseconds", attempt.milliseconds())
                .bind("now", now)
                .map(row -> Optional.ofNullable(row.get("failing_since", Instant.class)))
                .one();
    }

    /** It is no longer its partner's to know. */
    Mono<Long> withhold(ClaimedDelivery delivery, Instant now) {
        return database.sql(WITHHOLD)
                .bind("id", delivery.id())
                .bind("lease", delivery.lease())
                .bind("now", now)
                .fetch()
                .rowsUpdated();
    }
}
