package io.duban.platform.evidence;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Scheduler;

/**
 * Hands a body to its taker on disk threads, each time as much as came while the last was being written: a slow line's bytes are written as they come, a
 * fast line's by the quarter of a megabyte, where a change of threads for each network buffer costs more than the writing. Everything is released,
 * whatever happens. What came before the body failed, or before nobody wanted it any longer, is still written.
 */
final class Gathering extends BaseSubscriber<DataBuffer> {

    private static final int MOST_BYTES = 256 * 1024;

    private final BufferTaker taker;
    private final Scheduler disk;
    private final MonoSink<Void> done;
    private final Runnable idle;
    private List<DataBuffer> waiting = new ArrayList<>();
    private int waitingBytes;
    private boolean writing;
    private boolean full;
    private boolean ended;
    private boolean closed;
    private @Nullable Throwable cut;

    /** @param idle is run once, after the last byte was taken */
    Gathering(BufferTaker taker, Scheduler disk, MonoSink<Void> done, Runnable idle) {
        this.taker = taker;
        this.disk = disk;
        this.done = done;
        this.idle = idle;
        done.onDispose(this::dispose);
    }

    @Override
    protected void hookOnSubscribe(Subscription subscription) {
        request(1);
    }

    @Override
    protected void hookOnNext(DataBuffer buffer) {
        var begins = false;
        var goesOn = false;
        synchronized (this) {
            if (closed) {
                DataBufferUtils.release(buffer);
                return;
            }
            waiting.add(buffer);
            waitingBytes += buffer.readableByteCount();
            full = waitingBytes >= MOST_BYTES;
            goesOn = !full;
            begins = !writing;
            writing = true;
        }
        if (begins) {
            write();
        }
        if (goesOn) {
            request(1);
        }
    }

    @Override
    protected void hookOnComplete() {
        end(null);
    }

    @Override
    protected void hookOnError(Throwable error) {
        end(error);
    }

    @Override
    protected void hookOnCancel() {
        synchronized (this) {
            if (ended || closed) {
                return;
            }
            closed = true;
            if (writing) {
                return;
            }
        }
        idle.run();
    }

    private void end(@Nullable Throwable error) {
        synchronized (this) {
            ended = true;
            cut = error;
            if (writing) {
                return;
            }
        }
        tell();
    }

    /** One batch, then it is another body's turn. */
    private void write() {
        try {
            disk.schedule(this::batch);
        } catch (RuntimeException rejected) {
            fail(rejected);
        }
    }

    private void batch() {
        List<DataBuffer> batch;
        boolean resumes;
        synchronized (this) {
            batch = waiting;
            waiting = new ArrayList<>();
            waitingBytes = 0;
            resumes = full;
            full = false;
        }
        if (resumes) {
            request(1);
        }
        try {
            takeAndRelease(batch);
        } catch (Exception failure) {
            fail(failure);
            return;
        }
        boolean more;
        boolean over;
        synchronized (this) {
            more = !waiting.isEmpty();
            writing = more;
            over = (ended || closed) && !more;
        }
        if (more) {
            write();
        } else if (over) {
            tell();
        }
    }

    // Released before anybody is told, or who waits for the end would find memory still held.
    private void takeAndRelease(List<DataBuffer> batch) throws Exception {
        try {
            taker.take(batch);
        } finally {
            batch.forEach(DataBufferUtils::release);
        }
    }

    private void tell() {
        idle.run();
        if (cut == null) {
            done.success();
        } else {
            done.error(cut);
        }
    }

    private void fail(Throwable failure) {
        synchronized (this) {
            closed = true;
            waiting.forEach(DataBufferUtils::release);
            waiting = new ArrayList<>();
        }
        dispose();
        idle.run();
        done.error(failure);
    }
}
