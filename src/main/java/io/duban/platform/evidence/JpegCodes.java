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
    private static final int BITS = 31;
    private static final int END = 1 << 15;

    /** By the next bits: the symbol, above the length of its code; 0 for longer codes. */
    private final char[] symbols = new char[1 << LOOK];
    /** By the next bits: how many of them to pass over, above that how many numbers of the block they hold, and {@link #END}; 0 when that is not to be seen. */
    private final char[] passed;

    /** By length: the first code that is longer than that, filled up to 16 bits. */
    private final int[] beyond = new int[LONGEST + 1];
    /** By length: what to add to a code to get the place of its symbol. */
    private final int[] places = new int[LONGEST + 1];

    private final int[] values;

    private JpegCodes(int[] counts, int[] values, boolean passes) throws IIOException {
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
        passed = new char[passes ? 1 << LOOK : 0];
        for (int bits = 0; bits < passed.length; bits++) {
            passed[bits] = (char) passed(bits);
        }
    }

    /**
     * Reads a table from a header.
     *
     * @param passes whether blocks will be passed over by it
     */
    static JpegCodes read(JpegBits in, boolean passes) throws IOException {
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
        return new JpegCodes(counts, values, passes);
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
            Arrays.fill(symbols, first, first + (1 << LOOK - length), (char) (symbol << 8 | length));
        }
    }

    /** What a look at these bits passes over: as many codes as they show, of one block. */
    private int passed(int bits) {
        int taken = 0;
        int numbers = 0;
        while (taken < LOOK) {
            int found = symbols[bits << taken & (1 << LOOK) - 1];
            int length = found & 255;
            int symbol = found >> 8;
            if (length == 0 || length > LOOK - taken || numbers + (symbol >> 4) + 1 >= NUMBERS) {
                break;
            }
            taken += length + (symbol & 15);
            if (endsBlock(symbol)) {
                return END | numbers << 5 | taken;
            }
            numbers += (symbol >> 4) + 1;
        }
        return numbers << 5 | taken;
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
            int step = passed[bits.peek(LOOK)];
            int numbers = step >> 5 & NUMBERS - 1;
            // Towards its end what looks like the next code may be the next block's.
            if (step == 0 || k + numbers >= NUMBERS) {
                k += pass(bits);
                continue;
            }
            bits.take(step & BITS);
            if (step >= END) {
                return;
            }
            k += numbers;
        }
    }

    /** Passes over one code. */
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
