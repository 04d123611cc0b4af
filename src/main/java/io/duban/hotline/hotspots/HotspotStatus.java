package io.duban.hotline.hotspots;

/** Where a hot spot stands. */
enum HotspotStatus {
    DETECTED,
    ACKNOWLEDGED
}
