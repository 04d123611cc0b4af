package io.duban.supervision.inspections;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Being on the spot.
 *
 * @param place as planned, and once begun as the inspector says; never more than one point goes with it
 * @param datum of the point; stated wherever there is a point
 * @param startedAt the device's time, which may lie long before {@code begunAt}, the server's
 * @param begunAt null while it is only planned
 */
record Visit(
        String place,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable Double accuracyMetres,
        @Nullable String datum,
        @Nullable Instant startedAt,
        @Nullable Instant begunAt) {

    static Visit planned(String place) {
        return new Visit(place, null, null, null, null, null, null);
    }

    /** One optional point, given on purpose; never a track. */
    record Position(
            double latitude,
            double longitude,
            @Nullable Double accuracyMetres,
            @Nullable String datum) {

        Position {
            datum = datum == null ? "WGS_84" : datum;
        }
    }

    static Visit begun(FieldWork.Start start, Instant now) {
        var point = start.position();
        return point == null
                ? new Visit(start.place(), null, null, null, null, start.startedAt(), now)
                : new Visit(
                        start.place(),
                        point.latitude(),
                        point.longitude(),
                        point.accuracyMetres(),
                        point.datum(),
                        start.startedAt(),
                        now);
    }

    @Nullable
    Position position() {
        return latitude == null || longitude == null ? null : new Position(latitude, longitude, accuracyMetres, datum);
    }
}
