package io.duban.platform.evidence;

import java.io.IOException;
import java.util.List;
import org.springframework.core.io.buffer.DataBuffer;

/** Writes buffers away on a disk thread. */
@FunctionalInterface
interface BufferTaker {

    /** Writes the bytes in this order; the caller releases the buffers. */
    void take(List<DataBuffer> buffers) throws IOException;
}
