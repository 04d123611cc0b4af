package io.duban.platform.evidence;

import java.io.IOException;
import java.util.Arrays;
import javax.imageio.IIOException;

/**
 * A table of Huffman codes, made for leaving out what they say: as most codes are short, one look at twelve bits passes over several of them at once.
 */
final class JpegCodes {

    private static final int LOOK = 12;
    private static final int LONGEST = 16;
    private static final int NUMBERS = 64;
    private static final int END = 1 << 16;

    /** By the next twelve bits: the symbol, above the length of its code; 0 for longer codes. */
    private final int[] symbols = new int[1 << LOOK];
    /** By the next twelve bits: how many bits to pass over, above that how many numbers of the block they hold, and {@link #END}; 0 when that is not to be seen. */
    private final int[] one = new int[1 << LOOK];

    private final int[] several = new int[1 << LOOK];
    /** By length: the first code that is longer than that, filled up to 16 bits. */
    private final int[] beyond = new int[LONGEST + 1];
    /** By length: what to add to a code to get the place of its symbol. */
    private final int[] places = new int[LONGEST + 1];

    private final int[] values;

    private JpegCodes(int[] counts, int[] values) throws IIOException {
        this.values = values;
        int code = 0;
        int place = 0;
        for (int length = 1; length <= LONGEST; length++) {
            places[length] = place - code;
            for (int i = 0; i < counts[length]; i++, code++, place++) {
                enter(code, length, values[place]);
            }
            beyond[length] = code << LONGEST - length;
            code <<= 1;
        }
        for (int bits = 0; bits < several.length; bits++) {
            one[bits] = passed(bits, 1);
            several[bits] = passed(bits, LOOK);
        }
    }

    /** Reads a table from a header. */
    static JpegCodes read(JpegBits in) throws IOException {
        var counts = new int[LONGEST + 1];
        int all = 0;
        for (int length = 1; length <= LONGEST; length++) {
            counts[length] = in.next();
            all += counts[length];
        }
        var values = new int[all];
        for (int i = 0; i < all; i++) {
            values[i] = in.next();
        }
        return new JpegCodes(counts, values);
    }

    /** How many bytes it took in the header. */
    int length() {
        return LONGEST + values.length;
    }

    private void enter(int code, int length, int symbol) throws IIOException {
        if (code >= 1 << length) {
            throw new IIOException("codes overflow");
        }
        if (length <= LOOK) {
            int first = code << LOOK - length;
            Arrays.fill(symbols, first, first + (1 << LOOK - length), symbol << 8 | length);
        }
    }

    /** What a look at these bits passes over, at most so many codes. */
    private int passed(int bits, int most) {
        int taken = 0;
        int numbers = 0;
        for (int i = 0; i < most && taken < LOOK; i++) {
            int found = symbols[bits << taken & (1 << LOOK) - 1];
            int length = found & 255;
            int symbol = found >> 8;
            if (length == 0 || length > LOOK - taken) {
                break;
            }
            taken += length + (symbol & 15);
            if (endsBlock(symbol)) {
                return END | numbers << 8 | taken;
            }
            numbers += (symbol >> 4) + 1;
        }
        return numbers << 8 | taken;
    }

    /** The next code's symbol. At most 16 bits of the 32 that were filled up are taken. */
    int symbol(JpegBits bits) throws IIOException {
        int found = symbols[bits.peek(LOOK)];
        if (found != 0) {
            bits.take(found & 255);
            return found >> 8;
        }
        int next = bits.peek(LONGEST);
        for (int length = LOOK + 1; length <= LONGEST; length++) {
            if (next < beyond[length]) {
                bits.take(length);
                return values[(next >> LONGEST - length) + places[length]];
            }
        }
        throw new IIOException("no such code");
    }

    /** Passes over all numbers of a block but its first. */
    void passBlock(JpegBits bits) throws IOException {
        for (int k = 1; k < NUMBERS; ) {
            bits.fill();
            int look = bits.peek(LOOK);
            int step = several[look];
            // Towards its end what looks like the next code may be the next block's.
            if (k + (step >> 8 & 255) >= NUMBERS) {
                step = one[look];
            }
            if (step == 0) {
                k += pass(bits);
                continue;
            }
            bits.take(step & 255);
            if (step >= END) {
                return;
            }
            k += step >> 8;
        }
    }

    /** Passes over one code that is too long for a look. */
    private int pass(JpegBits bits) throws IIOException {
        int symbol = symbol(bits);
        bits.take(symbol & 15);
        return endsBlock(symbol) ? NUMBERS : (symbol >> 4) + 1;
    }

    /** No bits follow, and no sixteen zeros are meant. */
    private static boolean endsBlock(int symbol) {
        return (symbol & 15) == 0 && symbol >> 4 != 15;
    }
}
