package io.duban.platform.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
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
                assertThatThrownBy(() -> process.ask(picture(), PaperAnswer::readContents, Duration.ZERO, watch))
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

    private static String garbled(DataInputStream in) throws IOException {
        throw new IOException("garbled");
    }

    private PaperTask picture() throws IOException {
        var file = Files.write(home.resolve("picture.png"), PaperSamples.png(30, 15));
        return PaperTask.whole(PaperTask.Work.READ, file.toString(), "image/png", "");
    }
}
