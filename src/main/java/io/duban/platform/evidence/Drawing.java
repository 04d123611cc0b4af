package io.duban.platform.evidence;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.Orientation;

/**
 * Draws a photo anew, upright, smaller and without anything but its pixels. Blocks; used on inspection threads.
 *
 * <p>HEIF pixels cannot be read: no decoder in Java under a free licence was found (ADR 0013), so a HEIF photo is shown as a placeholder with the words "HEIF 原图", and a
 * JPEG or PNG whose pixels cannot be read as one with "原图". The original is kept and can be fetched all the same.
 */
final class Drawing {

    private static final int PUBLIC_PIXELS = 2_560;
    private static final int THUMBNAIL_PIXELS = 400;
    /** Small enough for the decoded picture to be no humongous object, of which each costs the collector a whole cycle. */
    private static final int COMPARED_PIXELS = 128;

    private static final long MOST_DECODED_PIXELS = 16_000_000;
    private static final float QUALITY = 0.85f;

    private final ContentKind kind;
    private final int longSide;

    private Drawing(ContentKind kind, int longSide) {
        this.kind = kind;
        this.longSide = longSide;
    }

    static Drawing of(StoredFile file, Rendition rendition) {
        return new Drawing(kindOf(file), rendition == Rendition.THUMBNAIL ? THUMBNAIL_PIXELS : PUBLIC_PIXELS);
    }

    /** Whether pixels of this type can be read here. */
    static boolean isPossible(String mediaType) {
        return mediaType.equals(ContentKind.JPEG.mediaType) || mediaType.equals(ContentKind.PNG.mediaType);
    }

    static String mediaType(StoredFile file) {
        return kindOf(file) == ContentKind.JPEG ? ContentKind.JPEG.mediaType : ContentKind.PNG.mediaType;
    }

    private static ContentKind kindOf(StoredFile file) {
        return switch (file.mediaType()) {
            case "image/jpeg" -> ContentKind.JPEG;
            case "image/png" -> ContentKind.PNG;
            default -> ContentKind.HEIF;
        };
    }

    /** What a photo looks like, upright; empty when its pixels cannot be read or show nothing. */
    static Optional<Long> perceptualHash(Path file, Inspection inspection) throws IOException {
        if (inspection.photo() == null
                || inspection.kind() != ContentKind.JPEG && inspection.kind() != ContentKind.PNG) {
            return Optional.empty();
        }
        try {
            var drawing = new Drawing(inspection.kind(), COMPARED_PIXELS);
            var upright = drawing.reduced(
                            drawing.decoded(file),
                            Orientation.typeOf(inspection.photo().orientation()))
                    .asBufferedImage();
            return Optional.ofNullable(PerceptualHash.of(upright));
        } catch (IIOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** Puts the drawn picture in the place of the original in that file, and gives the file. */
    Path replace(Path original) throws IOException {
        var drawn = drawn(original);
        return Files.write(original, drawn);
    }

    private byte[] drawn(Path original) throws IOException {
        if (kind == ContentKind.HEIF) {
            return encoded(Placeholder.saying("HEIF原图"), Orientation.TOP_LEFT);
        }
        try {
            int turned = PhotoReading.of(original, kind).orientation();
            return encoded(decoded(original), Orientation.typeOf(turned));
        } catch (IIOException | IllegalArgumentException unreadable) {
            return encoded(Placeholder.saying("原图"), Orientation.TOP_LEFT);
        }
    }

    // Leaves pixels out while reading: a 50-megapixel photo would otherwise cost 200 MB for a moment.
    private BufferedImage decoded(Path original) throws IOException {
        var reader = ImageIO.getImageReadersByFormatName(kind == ContentKind.JPEG ? "jpeg" : "png")
                .next();
        try (var in = ImageIO.createImageInputStream(original.toFile())) {
            reader.setInput(in, true, true);
            var size = new PhotoReading.Size(reader.getWidth(0), reader.getHeight(0));
            PhotoReading.requireSensible(size);
            int step = step(size);
            var how = reader.getDefaultReadParam();
            how.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, how);
        } finally {
            reader.dispose();
        }
    }

    // Twice the size asked for is kept where memory allows, so that the last reduction can be a smooth one.
    private int step(PhotoReading.Size size) {
        int step = Math.max(1, Math.max(size.width(), size.height()) / (2 * longSide));
        while (size.pixels() / ((long) step * step) > MOST_DECODED_PIXELS) {
            step++;
        }
        return step;
    }

    private byte[] encoded(BufferedImage picture, Orientation orientation) throws IOException {
        var out = new ByteArrayOutputStream();
        reduced(picture, orientation)
                .outputFormat(kind == ContentKind.JPEG ? "jpg" : "png")
                .outputQuality(QUALITY)
                .toOutputStream(out);
        return out.toByteArray();
    }

    private Thumbnails.Builder<BufferedImage> reduced(BufferedImage picture, Orientation orientation) {
        var thumbnail = Thumbnails.of(picture);
        if (Math.max(picture.getWidth(), picture.getHeight()) > longSide) {
            thumbnail.size(longSide, longSide);
        } else {
            thumbnail.scale(1);
        }
        return thumbnail.addFilter(ExifFilterUtils.getFilterForOrientation(orientation));
    }
}
