package io.duban.platform.pages.worker;

import io.duban.platform.pages.PaperFailure;
import io.duban.platform.pages.PaperFault;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** A zip archive that never leaves memory: parts by name, each bounded, and all of them together. */
final class Archive implements Closeable {

    private static final int MOST_PARTS = 2_000;
    private static final int MOST_BYTES_OF_PART = 24 * 1024 * 1024;
    private static final long MOST_BYTES = 200L * 1024 * 1024;

    private final ZipFile zip;
    private final Map<String, ZipEntry> parts = new HashMap<>();
    private long read;

    private Archive(ZipFile zip) {
        this.zip = zip;
    }

    static Archive open(Path file) throws IOException, PaperFailure {
        var zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        try {
            var archive = new Archive(zip);
            archive.list();
            return archive;
        } catch (PaperFailure | RuntimeException refused) {
            zip.close();
            throw refused;
        }
    }

    private void list() throws PaperFailure {
        if (zip.size() > MOST_PARTS) {
            throw new PaperFailure(PaperFault.TOO_LARGE);
        }
        for (var entries = zip.entries(); entries.hasMoreElements(); ) {
            var entry = entries.nextElement();
            var name = entry.getName();
            // One name for two parts would let a seal protect the one and a reader see the other.
            if (leadsOutside(name) || parts.put(name, entry) != null) {
                throw new PaperFailure(PaperFault.FORBIDDEN);
            }
        }
    }

    private static boolean leadsOutside(String name) {
        return name.startsWith("/")
                || name.indexOf('\\') >= 0
                || name.indexOf(':') >= 0
                || name.indexOf('\0') >= 0
                || ("/" + name + "/").contains("/../");
    }

    boolean has(String part) {
        return parts.containsKey(part);
    }

    /** The bytes of a part; null when there is none. */
    byte @Nullable [] bytes(String part) throws IOException, PaperFailure {
        var entry = parts.get(part);
        if (entry == null || entry.isDirectory()) {
            return null;
        }
        try (var in = zip.getInputStream(entry)) {
            var bytes = in.readNBytes(MOST_BYTES_OF_PART + 1);
            read += bytes.length;
            if (bytes.length > MOST_BYTES_OF_PART || read > MOST_BYTES) {
                throw new PaperFailure(PaperFault.TOO_LARGE);
            }
            return bytes;
        }
    }

    /** A part as XML; null when there is none. */
    @Nullable
    Element xml(String part) throws IOException, PaperFailure {
        var bytes = bytes(part);
        return bytes == null ? null : Xml.parse(bytes);
    }

    /**
     * The full name of a part that another one names.
     *
     * @param base the part that names it
     * @param place from the top when it starts with a slash, else from the folder of the base
     */
    static String resolve(String base, String place) throws PaperFailure {
        var steps = new ArrayDeque<String>();
        var path = place.strip().replace('\\', '/');
        int folder = base.lastIndexOf('/');
        var whole = path.startsWith("/") || folder < 0 ? path : base.substring(0, folder) + "/" + path;
        for (var step : whole.split("/")) {
            if (step.equals("..")) {
                if (steps.isEmpty()) {
                    throw new PaperFailure(PaperFault.FORBIDDEN);
                }
                steps.removeLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.addLast(step);
            }
        }
        return String.join("/", steps);
    }

    /** The part of this name in whatever case some writers use; the name itself when there is none. */
    String named(String part) {
        if (has(part)) {
            return part;
        }
        var small = part.toLowerCase(Locale.ROOT);
        return parts.keySet().stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).equals(small))
                .findFirst()
                .orElse(part);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
