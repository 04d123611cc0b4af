package io.duban.platform.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
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
        assertThat(store.writtenBefore(Instant.now().minus(Duration.ofDays(1)))
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
    void keepsWhatCamePieceByPieceAsWhatCameAtOnce() throws NoSuchAlgorithmException {
        var photo = Samples.jpeg(400, 300);
        var workers = new EvidenceWorkers(2, 32);
        var parts = new PartFiles(
                directory.resolve("uploads"),
                new PartFiles.Rules(PATIENCE, PATIENCE, PATIENCE),
                workers,
                PartFiles::freeBytes);
        var intake = new EvidenceIntake(
                directory.resolve("incoming"),
                PATIENCE,
                workers,
                store,
                parts,
                new Likenesses(new KnownFiles()),
                new FakePaperText(),
                Bench.CLOCK);
        var id = UUID.randomUUID();
        var sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(photo));

        try {
            parts.append(id, new PartFiles.Piece(0, photo.length, null), body(Arrays.copyOf(photo, 1000)))
                    .block(PATIENCE);
            parts.append(
                            id,
                            new PartFiles.Piece(1000, photo.length, null),
                            body(Arrays.copyOfRange(photo, 1000, photo.length)))
                    .block(PATIENCE);
            var received = intake.receiveWhole(id, sha256, Intake.PHOTO).block(PATIENCE);

            assertThat(received.sha256()).isEqualTo(sha256);
            assertThat(read(new StorageKey(received.storageKey()))).isEqualTo(photo);
            intake.receiveWhole(id, sha256.replace(sha256.charAt(0), 'x'), Intake.PHOTO)
                    .as(StepVerifier::create)
                    .expectErrorMatches(
                            failure -> failure instanceof Refusal no && no.code() == RefusalCode.E_WEB_UPLOAD_HASH)
                    .verify(PATIENCE);
            intake.forget(received).block(PATIENCE);
            assertThat(store.exists(new StorageKey(received.storageKey())).block(PATIENCE))
                    .isFalse();
        } finally {
            workers.close();
        }
    }

    private static Flux<DataBuffer> body(byte[] bytes) {
        return Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(bytes));
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
