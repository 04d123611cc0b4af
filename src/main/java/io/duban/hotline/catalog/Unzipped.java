package io.duban.hotline.catalog;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * An archive that was unpacked and counted, and packed anew: what is read afterwards is what was counted here, whatever the archive's own
 * directory claims.
 */
final class Unzipped {

    private static final int MOST_FILES = 200;
    private static final int MOST_BYTES = 16 * 1024 * 1024;
    private static final int PIECE = 8192;

    private Unzipped() {}

    /** @throws IOException when it is no archive, or becomes more than 16 MiB or 200 files */
    static byte[] counted(byte[] archive) throws IOException {
        var result = new ByteArrayOutputStream(archive.length);
        try (var in = new ZipInputStream(new ByteArrayInputStream(archive));
                var out = new ZipOutputStream(result)) {
            out.setLevel(Deflater.BEST_SPEED);
            int files = 0;
            long bytes = 0;
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (++files > MOST_FILES) {
                    throw new ZipException("more than " + MOST_FILES + " files");
                }
                out.putNextEntry(new ZipEntry(entry.getName()));
                bytes = copied(in, out, bytes);
                out.closeEntry();
            }
        }
        return result.toByteArray();
    }

    private static long copied(ZipInputStream in, ZipOutputStream out, long before) throws IOException {
        long bytes = before;
        var piece = new byte[PIECE];
        for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
            bytes += read;
            if (bytes > MOST_BYTES) {
                throw new ZipException("more than " + MOST_BYTES + " bytes");
            }
            out.write(piece, 0, read);
        }
        return bytes;
    }
}
