package io.duban.platform.evidence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The size and the EXIF block of a HEIF photo (ISO/IEC 23008-12), from its boxes. Not the library's HEIF reader, which
 * reserves whatever length a box claims.
 *
 * @param size the largest picture inside, which in a tiled photo is the whole; zero when there is none
 * @param exif the TIFF block of the Exif item; null when there is none
 */
record HeifBoxes(PhotoReading.Size size, byte @Nullable [] exif) {

    private static final int MOST_META_BYTES = 4 * 1024 * 1024;
    private static final int DEEPEST = 2;
    private static final int MOST_EXIF_BYTES = 1024 * 1024;

    static HeifBoxes read(Path file) throws IOException {
        try (var heif = FileChannel.open(file)) {
            var meta = meta(heif);
            meta.getInt();
            var found = new Found();
            walk(meta, found, 0);
            return new HeifBoxes(found.size, found.exif(heif));
        }
    }

    private static ByteBuffer meta(FileChannel heif) throws IOException {
        long position = 0;
        while (position + 8 <= heif.size()) {
            var head = bytes(heif, position, (int) Math.min(16, heif.size() - position));
            long length = head.getInt() & 0xffffffffL;
            var type = type(head);
            int headLength = length == 1 ? 16 : 8;
            length = length == 1 ? head.getLong() : length == 0 ? heif.size() - position : length;
            require(length >= headLength && length <= heif.size() - position);
            if (type.equals("meta")) {
                require(length <= MOST_META_BYTES);
                return bytes(heif, position + headLength, (int) length - headLength);
            }
            position += length;
        }
        throw new IllegalArgumentException("no meta box");
    }

    private static void walk(ByteBuffer boxes, Found found, int depth) {
        require(depth <= DEEPEST);
        while (boxes.remaining() >= 8) {
            int start = boxes.position();
            int length = boxes.getInt();
            var type = type(boxes);
            require(length >= 8 && length - 8 <= boxes.remaining());
            var content = boxes.slice(boxes.position(), length - 8);
            switch (type) {
                case "iprp", "ipco" -> walk(content, found, depth + 1);
                case "ispe" -> found.takeSize(content);
                case "iinf" -> found.takeItems(content);
                case "iloc" -> found.locations = content;
                default -> {}
            }
            boxes.position(start + length);
        }
    }

    private static ByteBuffer bytes(FileChannel heif, long position, int length) throws IOException {
        var bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && heif.read(bytes, position + bytes.position()) >= 0) {
            // A read may give less than asked for.
        }
        return bytes.flip();
    }

    private static String type(ByteBuffer boxes) {
        var letters = new byte[4];
        boxes.get(letters);
        return new String(letters, StandardCharsets.ISO_8859_1);
    }

    private static void require(boolean sensible) {
        if (!sensible) {
            throw new IllegalArgumentException("a box does not fit where it is");
        }
    }

    /** What the walk has come across. */
    private static final class Found {

        private PhotoReading.Size size = new PhotoReading.Size(0, 0);
        private final Set<Long> exifItems = new HashSet<>();
        private @Nullable ByteBuffer locations;

        void takeSize(ByteBuffer ispe) {
            ispe.getInt();
            var each = new PhotoReading.Size(ispe.getInt(), ispe.getInt());
            require(each.width() > 0 && each.height() > 0);
            size = each.pixels() > size.pixels() ? each : size;
        }

        void takeItems(ByteBuffer iinf) {
            int version = iinf.getInt() >>> 24;
            iinf.position(iinf.position() + (version == 0 ? 2 : 4));
            while (iinf.remaining() >= 8) {
                int start = iinf.position();
                int length = iinf.getInt();
                iinf.getInt();
                require(length >= 8 && length <= iinf.limit() - start);
                int entryVersion = iinf.getInt() >>> 24;
                long item = number(iinf, entryVersion == 2 ? 2 : 4);
                iinf.getShort();
                if (entryVersion >= 2 && type(iinf).equals("Exif")) {
                    exifItems.add(item);
                }
                iinf.position(start + length);
            }
        }

        byte @Nullable [] exif(FileChannel heif) throws IOException {
            if (locations == null || exifItems.isEmpty()) {
                return null;
            }
            var iloc = locations;
            int version = iloc.getInt() >>> 24;
            int sizes = iloc.getShort();
            long items = number(iloc, version < 2 ? 2 : 4);
            for (long each = 0; each < items; each++) {
                long item = number(iloc, version < 2 ? 2 : 4);
                int method = version == 0 ? 0 : iloc.getShort() & 15;
                iloc.getShort();
                long base = number(iloc, sizes >> 4 & 15);
                int extents = iloc.getShort() & 0xffff;
                for (int extent = 0; extent < extents; extent++) {
                    number(iloc, version == 0 ? 0 : sizes & 15);
                    long offset = base + number(iloc, sizes >> 12 & 15);
                    long length = number(iloc, sizes >> 8 & 15);
                    if (method == 0 && exifItems.contains(item)) {
                        return tiff(heif, offset, length);
                    }
                }
            }
            return null;
        }

        // The item begins with four bytes that say how far behind them the TIFF block starts.
        private static byte[] tiff(FileChannel heif, long offset, long length) throws IOException {
            if (offset < 0 || length < 4 || length > MOST_EXIF_BYTES || length > heif.size() - offset) {
                return new byte[0];
            }
            var item = bytes(heif, offset, (int) length);
            int skipped = item.getInt();
            if (skipped < 0 || skipped > item.remaining()) {
                return new byte[0];
            }
            var block = new byte[item.remaining() - skipped];
            item.position(item.position() + skipped).get(block);
            return block;
        }

        private static long number(ByteBuffer from, int bytes) {
            long number = 0;
            for (int each = 0; each < bytes; each++) {
                number = number << 8 | from.get() & 0xff;
            }
            return number;
        }
    }
}
