package io.duban.platform.evidence;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The size and the EXIF block of a PNG, by walking its chunks. Not the library's PNG reader, which inflates compressed
 * text chunks without a limit.
 *
 * @param size zero when the header is broken
 * @param exif the TIFF block of the eXIf chunk; null when there is none
 */
record PngChunks(PhotoReading.Size size, byte @Nullable [] exif) {

    private static final int SIGNATURE = 8;
    private static final int HEADER_TYPE = 0x49484452;
    private static final int EXIF_TYPE = 0x65584966;
    private static final int MOST_EXIF_BYTES = 1024 * 1024;
    private static final int MOST_CHUNKS = 100_000;

    static PngChunks read(Path file) throws IOException {
        try (var png = new RandomAccessFile(file.toFile(), "r")) {
            if (png.length() < 33) {
                return new PngChunks(new PhotoReading.Size(0, 0), null);
            }
            png.seek(SIGNATURE + 4);
            var size = png.readInt() == HEADER_TYPE
                    ? new PhotoReading.Size(png.readInt(), png.readInt())
                    : new PhotoReading.Size(0, 0);
            return new PngChunks(size, exif(png));
        }
    }

    private static byte @Nullable [] exif(RandomAccessFile png) throws IOException {
        long position = SIGNATURE;
        for (int chunk = 0; chunk < MOST_CHUNKS && position + 12 <= png.length(); chunk++) {
            png.seek(position);
            long length = png.readInt() & 0xffffffffL;
            if (png.readInt() == EXIF_TYPE && length <= MOST_EXIF_BYTES && position + 8 + length <= png.length()) {
                var block = new byte[(int) length];
                png.readFully(block);
                return block;
            }
            position += 12 + length;
        }
        return null;
    }
}
