package io.duban.platform.evidence;

import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.IIOException;
import org.jspecify.annotations.Nullable;

/**
 * What can be seen of a JPEG from afar: the mean brightness of each block of 8 x 8 pixels, which the file holds as a number of its own. Nothing else is
 * decoded, and of several scans the first one only. Blocks; used on inspection threads.
 *
 * <p>Reads what cameras write: brightness with or without colours, in Huffman codes, at once or progressively. Anything else, and whatever is broken, is
 * left to a decoder.
 */
final class CoarseJpeg {

    private static final int TABLES = 4;
    /** Each costs the reading of some kilobytes; a file of nothing but such tables would keep a thread busy for minutes. */
    private static final int MOST_CODES = 32;

    private static final int MARKER = 0xFF;
    private static final int START = 0xD8;
    private static final int BASELINE = 0xC0;
    private static final int EXTENDED = 0xC1;
    private static final int PROGRESSIVE = 0xC2;
    private static final int CODES = 0xC4;
    private static final int STEPS = 0xDB;
    private static final int RESTARTS = 0xDD;
    private static final int SCAN = 0xDA;
    private static final int ADOBE = 0xEE;
    private static final int ADOBE_BYTES = 12;

    private final JpegBits in;
    private final JpegCodes[] firsts = new JpegCodes[TABLES];
    private final JpegCodes[] others = new JpegCodes[TABLES];
    private final int[] steps = new int[TABLES];
    private @Nullable JpegFrame frame;
    private int codesRead;
    private boolean progressive;
    private int restartsAfter;

    private CoarseJpeg(JpegBits in) {
        this.in = in;
    }

    /**
     * The picture as stored, in grey; empty when it is to be left to a decoder.
     *
     * @param leastSide how many pixels the long side of what is given has at least; a file that holds fewer blocks is left to a decoder
     */
    static Optional<BufferedImage> of(Path file, int leastSide) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new CoarseJpeg(new JpegBits(in)).picture(leastSide);
        } catch (IIOException | EOFException unusualOrBroken) {
            return Optional.empty();
        }
    }

    private Optional<BufferedImage> picture(int leastSide) throws IOException {
        if (in.nextShort() != (MARKER << 8 | START)) {
            throw new IIOException("no JPEG");
        }
        for (int marker = marker(); marker != SCAN; marker = marker()) {
            readHeader(marker, in.nextShort() - 2);
        }
        in.skip(2);
        if (frame == null) {
            throw new IIOException("a scan of nothing");
        }
        PhotoReading.requireSensible(new PhotoReading.Size(frame.width(), frame.height()));
        if (Math.max(frame.blocksAcross(), frame.blocksDown()) < leastSide) {
            return Optional.empty();
        }
        var means = new BlockMeans(frame.blocksAcross(), frame.blocksDown(), leastSide);
        read(scan(frame), frame, means);
        return Optional.of(means.picture());
    }

    private int marker() throws IOException {
        if (in.next() != MARKER) {
            throw new IIOException("no marker where one should be");
        }
        int marker = in.next();
        while (marker == MARKER) {
            marker = in.next();
        }
        return marker;
    }

    private void readHeader(int marker, int length) throws IOException {
        switch (marker) {
            case BASELINE, EXTENDED, PROGRESSIVE -> {
                frame = JpegFrame.read(in);
                progressive = marker == PROGRESSIVE;
            }
            case CODES -> readCodes(length);
            case STEPS -> readSteps(length);
            case RESTARTS -> restartsAfter = in.nextShort();
            case ADOBE -> readAdobe(length);
            default -> {
                if (marker >= BASELINE && marker < START) {
                    throw new IIOException("an unusual frame");
                }
                in.skip(length);
            }
        }
    }

    private void readCodes(int length) throws IOException {
        for (int left = length; left > 0; ) {
            int which = in.next();
            boolean passes = which >> 4 != 0;
            if (++codesRead > MOST_CODES) {
                throw new IIOException("too many codes");
            }
            var codes = JpegCodes.read(in, passes);
            (passes ? others : firsts)[table(which & 15)] = codes;
            left -= 1 + codes.length();
        }
    }

    /** Of 64 the first is that of the mean. */
    private void readSteps(int length) throws IOException {
        for (int left = length; left > 0; ) {
            int which = in.next();
            int bytes = which >> 4 == 0 ? 1 : 2;
            steps[table(which & 15)] = bytes == 1 ? in.next() : in.nextShort();
            in.skip(63 * bytes);
            left -= 1 + 64 * bytes;
        }
    }

    /** Adobe's programs say here whether the parts are red, green and blue. */
    private void readAdobe(int length) throws IOException {
        in.skip(Math.min(length, ADOBE_BYTES) - 1);
        if (length >= ADOBE_BYTES && in.next() == 0) {
            throw new IIOException("not brightness and colours");
        }
        in.skip(Math.max(0, length - ADOBE_BYTES));
    }

    private JpegScan scan(JpegFrame frame) throws IOException {
        var scan = new JpegScan(frame, in);
        int parts = in.next();
        boolean holdsBrightness = false;
        for (int i = 0; i < parts; i++) {
            var part = frame.part(in.next());
            int tables = in.next();
            holdsBrightness |= part == frame.brightness();
            scan.add(part, known(firsts, tables >> 4), progressive ? null : known(others, tables & 15));
        }
        int from = in.next();
        in.skip(1);
        if (!holdsBrightness || from != 0) {
            throw new IIOException("something else comes first");
        }
        return scan;
    }

    private void read(JpegScan scan, JpegFrame frame, BlockMeans means) throws IOException {
        // How many of the lowest bits come in later scans; the middle of what they may be is as near as can be.
        int later = in.next() & 15;
        int step = steps[table(frame.brightness().steps())];
        scan.read(
                restartsAfter,
                (across, down, first) -> means.add(across, down, step * ((first << later) + (1 << later >> 1))));
    }

    private static JpegCodes known(JpegCodes[] tables, int which) throws IIOException {
        var codes = tables[table(which)];
        if (codes == null) {
            throw new IIOException("codes that were not told");
        }
        return codes;
    }

    private static int table(int which) throws IIOException {
        if (which >= TABLES) {
            throw new IIOException("no such table");
        }
        return which;
    }
}
