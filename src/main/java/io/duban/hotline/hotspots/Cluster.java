package io.duban.hotline.hotspots;

import org.jspecify.annotations.Nullable;

/**
 * Tickets of one category at one place.
 *
 * @param placeKey the field of the grid, or the neighbourhood of tickets without a point
 * @param neighbourhood what most of its addresses name; null where none has an address
 * @param latitude of the middle of its points, WGS-84; null without points
 * @param tickets of the last seven days
 * @param before tickets of the four weeks before
 */
record Cluster(
        String categoryCode,
        String placeKey,
        @Nullable String neighbourhood,
        @Nullable Double latitude,
        @Nullable Double longitude,
        int tickets,
        int before) {}
