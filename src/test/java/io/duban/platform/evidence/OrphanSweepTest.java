package io.duban.platform.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OrphanSweepTest {

    @RegisterExtension
    private final Bench bench = new Bench();

    private final OrphanSweep sweep =
            new OrphanSweep(List.of(bench.incoming()), bench.workers, bench.store, bench.files, Clock.systemUTC());

    @Test
    void removesOnlyOldObjectsWithoutRow() throws IOException {
        var named = received();
        bench.files.rows.add(bench.stored(named));
        bench.read(bench.viewing.content(bench.stored(named), Rendition.THUMBNAIL));
        var orphan = received();
        bench.read(bench.viewing.content(bench.stored(orphan), Rendition.THUMBNAIL));
        age(bench.home);
        var young = received();

        assertThat(sweep.removeOrphans().block()).isEqualTo(2);

        assertThat(exists(named)).isTrue();
        assertThat(exists(young)).isTrue();
        assertThat(exists(orphan)).isFalse();
    }

    @Test
    void removesTemporaryFilesOfKilledServer() throws IOException {
        Files.createDirectories(bench.incoming());
        Files.write(bench.incoming().resolve("left.part"), new byte[3]);
        age(bench.home);
        Files.write(bench.incoming().resolve("running.part"), new byte[3]);

        assertThat(sweep.removeOrphans().block()).isZero();

        assertThat(bench.incoming()).isDirectoryNotContaining("glob:**left.part");
        assertThat(bench.incoming()).isDirectoryContaining("glob:**running.part");
    }

    private ReceivedFile received() {
        return bench.receive(Samples.jpeg(40, 20), Intake.PHOTO);
    }

    private boolean exists(ReceivedFile file) {
        return bench.store.exists(new StorageKey(file.storageKey())).block();
    }

    private static void age(Path directory) throws IOException {
        var longAgo = FileTime.from(Instant.now().minus(Duration.ofHours(25)));
        try (var found = Files.walk(directory)) {
            for (var file : found.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, longAgo);
            }
        }
    }
}
