package io.duban.platform.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.util.FileSystemUtils;
import reactor.core.Exceptions;

/** Processes as the product runs them, without the product. */
final class Workbench implements AfterAllCallback {

    private static final Duration LONG = Duration.ofSeconds(60);

    final Path home = temporary();
    final PaperWorkers workers;

    Workbench(Duration patience) {
        this(patience, null);
    }

    Workbench(Duration patience, String anchors) {
        workers = new PaperWorkers(
                home.resolve("pages"),
                new PagesSettings(1, "160m", patience, patience, Duration.ofSeconds(60), anchors, Duration.ofHours(1)));
    }

    static Path temporary() {
        try {
            return Files.createTempDirectory("pages");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    PaperContents read(byte[] bytes, String mediaType) {
        return workers.read(file(bytes), mediaType).block(LONG);
    }

    byte[] draw(byte[] bytes, String mediaType, int page, int width) {
        return workers.draw(file(bytes), mediaType, page, width).block(LONG);
    }

    BufferedImage picture(byte[] bytes) {
        try {
            return ImageIO.read(new ByteArrayInputStream(bytes));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Why the file cannot be read; fails when it can. */
    PaperFault fault(byte[] bytes, String mediaType) {
        return fault(() -> read(bytes, mediaType));
    }

    static PaperFault fault(Runnable work) {
        var failure = Exceptions.unwrap(catchThrowable(work::run));
        assertThat(failure).isInstanceOf(PaperFailure.class);
        return ((PaperFailure) failure).fault();
    }

    Path file(byte[] bytes) {
        try {
            return Files.write(Files.createTempFile(home, "paper", ".bin"), bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** How much memory a process of ours has ever held, in bytes; 0 where the system does not tell. */
    static long mostMemory() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().command().orElse("").contains("java"))
                .mapToLong(child -> mostMemory(child.pid()))
                .max()
                .orElse(0);
    }

    private static long mostMemory(long process) {
        try (var lines = Files.lines(Path.of("/proc/" + process + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException notLinuxOrGone) {
            return 0;
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        workers.close();
        FileSystemUtils.deleteRecursively(home);
    }
}
