package io.duban.platform.evidence;

/**
 * Where a photo says it was taken.
 *
 * @param latitude degrees, north positive, WGS-84
 * @param longitude degrees, east positive, WGS-84
 */
public record GpsPoint(double latitude, double longitude) {}
