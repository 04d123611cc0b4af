package io.duban.platform.evidence;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOException;

/**
 * How a JPEG's pixels are laid out.
 *
 * @param width pixels
 * @param height pixels
 * @param parts brightness alone or with two colours
 */
record JpegFrame(int width, int height, List<Part> parts) {

    static final int BLOCK = 8;
    private static final int MOST_SAMPLES = 4;
    private static final List<Integer> RGB = List.of((int) 'R', (int) 'G', (int) 'B');

    /**
     * @param id as scans name it
     * @param across blocks side by side in a unit of an interleaved scan
     * @param down blocks one below the other in it
     * @param steps which table says by how much its numbers are to be multiplied
     */
    record Part(int id, int across, int down, int steps) {}

    /** Reads a frame's header, or refuses what has no brightness of its own or fewer samples of it than of a colour. */
    static JpegFrame read(JpegBits in) throws IOException {
        var bitsEach = in.next();
        int height = in.nextShort();
        int width = in.nextShort();
        int count = in.next();
        var parts = new ArrayList<Part>();
        for (int i = 0; i < count; i++) {
            int id = in.next();
            int samples = in.next();
            parts.add(new Part(id, samples >> 4, samples & 15, in.next()));
        }
        var frame = new JpegFrame(width, height, List.copyOf(parts));
        if (bitsEach != 8 || width == 0 || height == 0 || !frame.isUsual()) {
            throw new IIOException("an unusual frame");
        }
        return frame;
    }

    private boolean isUsual() {
        return (parts.size() == 1
                        || parts.size() == 3
                                && !parts.stream().map(Part::id).toList().equals(RGB))
                && parts.stream().allMatch(this::isSane);
    }

    private boolean isSane(Part part) {
        return part.across > 0
                && part.down > 0
                && part.across <= Math.min(MOST_SAMPLES, brightness().across)
                && part.down <= Math.min(MOST_SAMPLES, brightness().down);
    }

    Part brightness() {
        return parts.get(0);
    }

    Part part(int id) throws IIOException {
        for (var part : parts) {
            if (part.id == id) {
                return part;
            }
        }
        throw new IIOException("a scan of nothing");
    }

    int blocksAcross() {
        return (width + BLOCK - 1) / BLOCK;
    }

    int blocksDown() {
        return (height + BLOCK - 1) / BLOCK;
    }
}
