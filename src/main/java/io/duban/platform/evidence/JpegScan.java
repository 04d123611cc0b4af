package io.duban.platform.evidence;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOException;
import org.jspecify.annotations.Nullable;

/** One scan of a JPEG, of which only each block's first number is read: eight times its mean. */
final class JpegScan {

    private static final int LONGEST_NUMBER = 15;
    private static final int RESTART = 0xD0;

    private final JpegFrame frame;
    private final JpegBits in;
    private final List<Track> tracks = new ArrayList<>();

    JpegScan(JpegFrame frame, JpegBits in) {
        this.frame = frame;
        this.in = in;
    }

    /** What the scan holds of one part of the frame. */
    private static final class Track {

        private final JpegFrame.Part part;
        private final JpegCodes firsts;
        private final @Nullable JpegCodes others;
        private int first;

        Track(JpegFrame.Part part, JpegCodes firsts, @Nullable JpegCodes others) {
            this.part = part;
            this.firsts = firsts;
            this.others = others;
        }
    }

    /** Takes the number of a block of brightness. */
    interface Taker {
        void take(int across, int down, int first);
    }

    /** @param others the codes of a block's other numbers; null when this scan does not hold them */
    void add(JpegFrame.Part part, JpegCodes firsts, @Nullable JpegCodes others) {
        tracks.add(new Track(part, firsts, others));
    }

    /** @param restartsAfter how many units are read between two restarts; 0 when there are none */
    void read(int restartsAfter, Taker taker) throws IOException {
        boolean alone = tracks.size() == 1;
        int wide = alone ? 1 : frame.brightness().across();
        int high = alone ? 1 : frame.brightness().down();
        int left = restartsAfter;
        in.align();
        for (int down = 0; down < frame.blocksDown(); down += high) {
            for (int across = 0; across < frame.blocksAcross(); across += wide) {
                if (restartsAfter > 0 && left-- == 0) {
                    restart();
                    left = restartsAfter - 1;
                }
                for (var track : tracks) {
                    readUnit(
                            track, alone ? 1 : track.part.across(), alone ? 1 : track.part.down(), across, down, taker);
                }
                if (in.isOverrun()) {
                    throw new IIOException("cut off");
                }
            }
        }
    }

    private void readUnit(Track track, int wide, int high, int across, int down, Taker taker) throws IOException {
        boolean seen = track.part == frame.brightness();
        for (int y = 0; y < high; y++) {
            for (int x = 0; x < wide; x++) {
                readBlock(track);
                if (seen) {
                    taker.take(across + x, down + y, track.first);
                }
            }
        }
    }

    private void readBlock(Track track) throws IOException {
        in.fill();
        int length = track.firsts.symbol(in);
        if (length > LONGEST_NUMBER) {
            throw new IIOException("too long a number");
        }
        if (length > 0) {
            int bits = in.peek(length);
            in.take(length);
            track.first += bits >> length - 1 == 0 ? bits - (1 << length) + 1 : bits;
        }
        if (track.others != null) {
            track.others.passBlock(in);
        }
    }

    private void restart() throws IOException {
        in.align();
        if (in.next() != 0xFF || (in.next() & 0xF8) != RESTART) {
            throw new IIOException("no restart where one should be");
        }
        tracks.forEach(track -> track.first = 0);
    }
}
