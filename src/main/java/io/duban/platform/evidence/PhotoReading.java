package io.duban.platform.evidence;

import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.imaging.jpeg.JpegSegmentMetadataReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.jpeg.JpegDirectory;
import com.drew.metadata.jpeg.JpegReader;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads a photo's headers only, so that a picture too large to decode is refused before anything decodes it. */
final class PhotoReading {

    private static final long MOST_PIXELS = 50_000_000;

    private PhotoReading() {}

    static PhotoFacts of(Path file, ContentKind kind) throws IOException {
        var exif = new ExifFacts();
        var size = switch (kind) {
            case JPEG -> jpeg(file, exif);
            case PNG -> png(file, exif);
            default -> heif(file, exif);
        };
        requireSensible(size);
        return exif.facts(size.width(), size.height());
    }

    static void requireSensible(Size size) {
        if (size.width() <= 0 || size.height() <= 0) {
            throw unreadable();
        }
        if ((long) size.width() * size.height() > MOST_PIXELS) {
            throw Inspection.tooLarge(
                    "照片超过 5,000 万像素：" + size.width() + "×" + size.height(),
                    "the photo has more than 50 megapixels: " + size.width() + "x" + size.height());
        }
    }

    // Only the readers asked for: the library's others inflate and parse what an attacker may have put there.
    private static Size jpeg(Path file, ExifFacts exif) throws IOException {
        try {
            readExif(file, exif);
            return largest(segments(file, new JpegReader()));
        } catch (JpegProcessingException | EOFException | RuntimeException broken) {
            throw unreadable();
        }
    }

    private static void readExif(Path file, ExifFacts exif) throws IOException, JpegProcessingException {
        try {
            exif.take(segments(file, new ExifReader()));
        } catch (RuntimeException broken) {
            exif.takeBroken();
        }
    }

    private static Metadata segments(Path file, JpegSegmentMetadataReader reader)
            throws IOException, JpegProcessingException {
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            return JpegMetadataReader.readMetadata(in, List.of(reader));
        }
    }

    private static Size largest(Metadata metadata) {
        var largest = new Size(0, 0);
        for (var header : metadata.getDirectoriesOfType(JpegDirectory.class)) {
            try {
                var size = new Size(header.getImageWidth(), header.getImageHeight());
                largest = size.pixels() > largest.pixels() ? size : largest;
            } catch (MetadataException noSize) {
                throw unreadable();
            }
        }
        return largest;
    }

    private static Size png(Path file, ExifFacts exif) throws IOException {
        var chunks = PngChunks.read(file);
        exif.takeBlock(chunks.exif());
        return chunks.size();
    }

    private static Size heif(Path file, ExifFacts exif) throws IOException {
        try {
            var boxes = HeifBoxes.read(file);
            exif.takeBlock(boxes.exif());
            return boxes.size();
        } catch (BufferUnderflowException | IllegalArgumentException broken) {
            throw unreadable();
        }
    }

    private static RuntimeException unreadable() {
        return Inspection.unsupported("照片已损坏，读不出尺寸", "the photo is broken: its size cannot be read");
    }

    /** Pixels. */
    record Size(int width, int height) {
        long pixels() {
            return (long) width * height;
        }
    }
}
