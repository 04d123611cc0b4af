package io.duban.platform.evidence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a photo tells of itself. Claims, not proof: everything but the size can be edited on the way.
 *
 * @param width pixels as stored, before the orientation is applied
 * @param height pixels as stored, before the orientation is applied
 * @param orientation the EXIF value 1 to 8; 1 when absent or broken
 * @param exifTime when the shutter was released; Asia/Shanghai unless the photo names its offset; null when not told
 * @param gps where it was taken; null when not told or impossible
 * @param cameraless no maker and no model, as in screenshots and pictures forwarded by messengers
 * @param exifReadable false when there is an EXIF block and it is broken
 */
public record PhotoFacts(
        int width,
        int height,
        int orientation,
        @Nullable Instant exifTime,
        @Nullable GpsPoint gps,
        boolean cameraless,
        boolean exifReadable) {}
