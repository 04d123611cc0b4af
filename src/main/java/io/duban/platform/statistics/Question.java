package io.duban.platform.statistics;

import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Zone;
import io.duban.platform.persistence.Binds;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/**
 * What is asked of the metrics.
 *
 * @param zone the units whose work may be counted; what was handed to a person alone is no statistics of his
 * @param unitId only this unit, inside the zone; null for all of it
 * @param now what is not yet due at this instant is no failure yet
 */
public record Question(
        Period period, Zone zone, Officer officer, @Nullable UUID unitId, Instant now) {

    /** The same question about another period. */
    public Question in(Period another) {
        return new Question(another, zone, officer, unitId, now);
    }

    /** The same question as it would have been answered at another instant. */
    public Question asOf(Instant another) {
        return new Question(period, zone, officer, unitId, another);
    }

    /** Of a {@code unit_id} column that says whose work it is, in the {@code where} of a query that {@link #bindTo} fills. */
    public static final String REACHES =
            "((:everything or unit_id = any(:units)) and (:unit::uuid is null or unit_id = :unit))";

    /** Fills the markers of {@link #REACHES}, and {@code :start} and {@code :end} of the period. */
    public GenericExecuteSpec bindTo(GenericExecuteSpec query) {
        return query.bind("everything", zone.everything())
                .bind("units", zone.units().toArray(UUID[]::new))
                .bind("unit", Binds.nullable(unitId, UUID.class))
                .bind("start", period.start())
                .bind("end", period.end());
    }
}
