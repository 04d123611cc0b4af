package io.duban.platform.evidence;

import org.jspecify.annotations.Nullable;

/**
 * Where the device says it was; always optional, always one point.
 *
 * @param latitude degrees, north positive
 * @param longitude degrees, east positive
 * @param accuracyMetres radius of the device's own estimate; null when it gave none
 * @param datum the reference of the degrees, such as {@code WGS-84} or {@code GCJ-02}; null when not told
 */
public record CapturePoint(
        double latitude,
        double longitude,
        @Nullable Double accuracyMetres,
        @Nullable String datum) {}
