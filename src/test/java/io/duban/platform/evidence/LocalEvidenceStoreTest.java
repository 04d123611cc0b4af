package io.duban.platform.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalEvidenceStoreTest extends EvidenceStoreContract {

    private final EvidenceWorkers workers = new EvidenceWorkers(1, 1);

    @Override
    EvidenceStore store() {
        return new LocalEvidenceStore(directory.resolve("kept"), workers);
    }

    @AfterEach
    void close() {
        workers.close();
    }

    @Test
    void spreadsFilesOverTwoLevels() throws IOException {
        var key = new StorageKey("abcdef0123456789abcdef0123456789");

        store().put(key, Files.write(directory.resolve("given"), new byte[1])).block();

        assertThat(directory.resolve("kept/ab/cd/" + key.text())).exists();
        assertThat(directory.resolve("kept/unfinished")).isEmptyDirectory();
    }

    @Test
    void listsWhatIsThereWhileOtherFilesComeAndGo() throws IOException {
        var key = new StorageKey("abcdef0123456789abcdef0123456789");
        store().put(key, Files.write(directory.resolve("given"), new byte[1])).block();

        try (var others = new ComingAndGoing(directory.resolve("kept/unfinished"))) {
            for (int i = 0; i < 300; i++) {
                assertThat(store().writtenBefore(Instant.now().plusSeconds(60))
                                .collectList()
                                .block())
                        .contains(key);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "../../etc/passwd",
                "abcdef0123456789abcdef0123456789/../x",
                "ABCDEF0123456789ABCDEF0123456789",
                "abcdef0123456789abcdef0123456789.exe",
                "abcdef0123456789abcdef0123456789\n"
            })
    void cannotEvenNameAnotherPath(String text) {
        assertThatThrownBy(() -> new StorageKey(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void saysWhenTheDiskIsFull() {
        assertThatThrownBy(() -> Files.write(Path.of("/dev/full"), new byte[1]))
                .satisfies(failure -> assertThat(DiskSpace.explain(failure))
                        .isInstanceOfSatisfying(
                                Refusal.class,
                                refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.E_WEB_STORAGE_FULL)));
    }
}
