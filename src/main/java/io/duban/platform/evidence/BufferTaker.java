package io.duban.platform.evidence;

import java.io.IOException;
import org.springframework.core.io.buffer.DataBuffer;

/** Writes buffers away on a disk thread. */
@FunctionalInterface
interface BufferTaker {

    /** Writes the bytes; the caller releases the buffer. */
    void take(DataBuffer buffer) throws IOException;
}
