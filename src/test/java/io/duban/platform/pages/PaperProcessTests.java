package io.duban.platform.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that was ended for one file is never given to the next, however long the system goes on calling it alive. */
class PaperProcessTests {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path home;

    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void stop() {
        watch.shutdownNow();
    }

    @Test
    void isUnfitFromTheMomentItsTimeIsUp() throws IOException {
        for (int again = 0; again < 5; again++) {
            try (var process = PaperProcess.start(home, "64m")) {
                assertThatThrownBy(() -> process.ask(picture(), PaperProcessTests::untilItsEnd, Duration.ZERO, watch))
                        .isInstanceOf(PaperFailure.class);
                assertThat(process.isFit(500)).isFalse();
            }
        }
    }

    @Test
    void isUnfitFromTheMomentItsAnswerCannotBeUsed() throws IOException {
        try (var process = PaperProcess.start(home, "64m")) {
            assertThatThrownBy(() -> process.ask(picture(), PaperProcessTests::garbled, PATIENCE, watch))
                    .isInstanceOf(PaperFailure.class);
            assertThat(process.isFit(500)).isFalse();
        }
    }

    @Test
    void isFitAfterAnAnswer() throws IOException, PaperFailure {
        try (var process = PaperProcess.start(home, "64m")) {
            process.ask(picture(), PaperAnswer::readContents, PATIENCE, watch);

            assertThat(process.isFit(500)).isTrue();
            assertThat(process.isFit(1)).isFalse();
        }
    }

    /** Whoever comes to end it was held up on his way, and the answer was faster. */
    @Test
    void isLeftAloneByWhoComesToEndItTooLate() throws IOException, PaperFailure {
        var late = new AtomicReference<Runnable>();
        var heldUp = new ScheduledThreadPoolExecutor(1) {
            @Override
            public ScheduledFuture<?> schedule(Runnable end, long delay, TimeUnit unit) {
                late.set(end);
                return super.schedule(() -> {}, delay, unit);
            }
        };
        try (var process = PaperProcess.start(home, "64m")) {
            process.ask(picture(), PaperAnswer::readContents, PATIENCE, heldUp);
            late.get().run();

            process.ask(picture(), PaperAnswer::readContents, PATIENCE, watch);
            assertThat(process.isFit(500)).isTrue();
        } finally {
            heldUp.shutdownNow();
        }
    }

    /** Whatever it answers, and however long it takes until somebody ends it. */
    private static String untilItsEnd(DataInputStream in) throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
        throw new EOFException("ended");
    }

    private static String garbled(DataInputStream in) throws IOException {
        throw new IOException("garbled");
    }

    private PaperTask picture() throws IOException {
        var file = Files.write(home.resolve("picture.png"), PaperSamples.png(30, 15));
        return PaperTask.whole(PaperTask.Work.READ, file.toString(), "image/png", "");
    }
}
