package io.duban.hotline.tickets;

import org.jspecify.annotations.Nullable;

/** What repeats are sought of: the same category near this place, which is an address, a point or both. */
record SoughtPlace(
        String categoryCode,
        @Nullable String address,
        @Nullable Double latitude,
        @Nullable Double longitude,
        Demand.@Nullable Datum datum) {

    static SoughtPlace of(Demand demand) {
        return new SoughtPlace(
                demand.categoryCode(), demand.address(), demand.latitude(), demand.longitude(), demand.datum());
    }
}
