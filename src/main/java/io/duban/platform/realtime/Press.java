package io.duban.platform.realtime;

import io.netty.util.concurrent.FastThreadLocal;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/**
 * Makes the frames of one thread. They lie side by side on sheets outside of the heap, since to ask for such memory, and to have it freed, costs more than
 * all that is written there; a sheet is freed with the last of its frames, and events leave in the order they came.
 */
final class Press {

    private static final int SHEET = 64 * 1024;

    /** What is longer gets memory of its own, or much of a sheet would stay empty. */
    private static final int LONGEST = SHEET / 8;

    private static final FastThreadLocal<Press> OWN = new FastThreadLocal<>() {
        @Override
        protected Press initialValue() {
            return new Press();
        }
    };

    private final FrameText text = new FrameText();
    private ByteBuffer sheet = ByteBuffer.allocateDirect(0);

    private Press() {}

    /** @param writing writes the text of the frame */
    static Frame frame(Consumer<FrameText> writing) {
        return OWN.get().make(writing);
    }

    private Frame make(Consumer<FrameText> writing) {
        text.clear();
        writing.accept(text);
        var chunk = text.chunk();
        var memory = memory(chunk.size());
        memory.put(0, chunk.bytes(), chunk.start(), chunk.size());
        return new Frame(memory, chunk.content(), chunk.length());
    }

    private ByteBuffer memory(int size) {
        if (size > LONGEST) {
            return ByteBuffer.allocateDirect(size);
        }
        if (sheet.remaining() < size) {
            sheet = ByteBuffer.allocateDirect(SHEET);
        }
        var memory = sheet.slice(sheet.position(), size);
        sheet.position(sheet.position() + size);
        return memory;
    }
}
