package io.duban.platform.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** What every store promises. */
abstract class EvidenceStoreContract {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path directory;

    private EvidenceStore store;

    abstract EvidenceStore store();

    @BeforeEach
    void open() {
        store = store();
    }

    @Test
    void givesBackWhatWasPut() throws IOException {
        var bytes = random(3_000_000);

        var key = put(bytes);

        assertThat(read(key)).isEqualTo(bytes);
        assertThat(store.exists(key).block(PATIENCE)).isTrue();
    }

    @Test
    void leavesTheFileToItsOwner() throws IOException {
        var file = Files.write(directory.resolve("mine"), random(10));

        store.put(StorageKey.random(), file).block(PATIENCE);

        assertThat(file).exists();
    }

    @Test
    void knowsNothingOfOtherKeys() {
        var key = StorageKey.random();

        assertThat(store.exists(key).block(PATIENCE)).isFalse();
        store.get(key)
                .as(StepVerifier::create)
                .expectError(NoSuchFileException.class)
                .verify(PATIENCE);
    }

    @Test
    void keepsRenditionsBesideTheOriginal() throws IOException {
        var key = put(random(10));
        var shown = random(20);

        store.put(key.of(Rendition.PUBLIC), Files.write(directory.resolve("shown"), shown))
                .block(PATIENCE);

        assertThat(read(key.of(Rendition.PUBLIC))).isEqualTo(shown);
        assertThat(read(key)).hasSize(10);
        assertThat(store.exists(key.of(Rendition.THUMBNAIL)).block(PATIENCE)).isFalse();
    }

    @Test
    void putsTheSameKeyAgain() throws IOException {
        var key = put(random(10));

        store.put(key, Files.write(directory.resolve("again"), random(20))).block(PATIENCE);

        assertThat(read(key)).hasSize(20);
    }

    @Test
    void deletesAndDeletesAgain() throws IOException {
        var key = put(random(10));

        store.delete(key).block(PATIENCE);
        store.delete(key).block(PATIENCE);

        assertThat(store.exists(key).block(PATIENCE)).isFalse();
    }

    @Test
    void keepsNothingWhenTheFileIsMissing() {
        var key = StorageKey.random();

        store.put(key, directory.resolve("missing"))
                .as(StepVerifier::create)
                .expectError()
                .verify(PATIENCE);

        assertThat(store.exists(key).block(PATIENCE)).isFalse();
    }

    @Test
    void listsWhatIsOlder() throws IOException {
        var key = put(random(10));

        assertThat(store.writtenBefore(Instant.now().plusSeconds(60))
                        .collectList()
                        .block(PATIENCE))
                .contains(key);
        assertThat(store.writtenBefore(Instant.now().minusSeconds(60))
                        .collectList()
                        .block(PATIENCE))
                .isEmpty();
    }

    @Test
    void stopsReadingWhenTheReaderLeaves() throws IOException {
        var key = put(random(3_000_000));

        store.get(key).doOnNext(DataBufferUtils::release).take(2).blockLast(PATIENCE);

        assertThat(read(key)).hasSize(3_000_000);
    }

    @Test
    void blocksNoCaller() throws IOException {
        var file = Files.write(directory.resolve("any"), random(100_000));
        var key = StorageKey.random();

        Mono.defer(() -> store.put(key, file))
                .then(Mono.defer(() -> store.exists(key)))
                .publishOn(Schedulers.parallel())
                .flatMapMany(stored -> store.get(key))
                .publishOn(Schedulers.parallel())
                .doOnNext(DataBufferUtils::release)
                .then(Mono.defer(() -> store.delete(key)))
                .subscribeOn(Schedulers.parallel())
                .as(StepVerifier::create)
                .expectComplete()
                .verify(PATIENCE);
    }

    private StorageKey put(byte[] bytes) throws IOException {
        var key = StorageKey.random();
        store.put(key, Files.write(directory.resolve("given"), bytes)).block(PATIENCE);
        return key;
    }

    private byte[] read(StorageKey key) {
        Flux<DataBuffer> content = store.get(key);
        return DataBufferUtils.join(content)
                .map(joined -> {
                    var bytes = new byte[joined.readableByteCount()];
                    joined.read(bytes);
                    return bytes;
                })
                .block(PATIENCE);
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
