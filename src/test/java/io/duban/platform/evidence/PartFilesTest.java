package io.duban.platform.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.core.io.buffer.DataBuffer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Signal;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

class PartFilesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @RegisterExtension
    private final Bench bench = new Bench();

    private final UUID id = UUID.randomUUID();
    private final byte[] file = random(100_000);

    @RepeatedTest(20)
    void goesOnAtAnyByte() throws IOException {
        assertThat(append(0, 1)).isTrue();
        assertThat(append(1, 4097)).isTrue();
        assertThat(append(4097, 4098)).isTrue();
        assertThat(append(4098, file.length)).isTrue();

        assertThat(Files.readAllBytes(part())).isEqualTo(file);
        bench.releasedAll();
    }

    @Test
    void knowsTheHashOfAFileWithoutReadingItAgain() throws Exception {
        append(0, 1);
        append(1, 60_000);
        append(60_000, file.length);
        Files.write(part(), new byte[file.length]);

        assertThat(whole(bench.parts)).isEqualTo(sha256(file));
        assertThat(whole(bench.parts)).as("asked again, of what lies there").isEqualTo(sha256(new byte[file.length]));
    }

    @RepeatedTest(20)
    void knowsTheHashOfAFileThatWasCutAnywhere() throws Exception {
        var cut = body(0, 50_000).concatWith(Flux.error(new IOException("Connection reset by peer")));
        refuses(RefusalCode.E_WEB_BODY_CUT, bench.parts, 0, null, cut);
        var hangsUp = bench.parts
                .append(id, piece(50_000, null), body(50_000, 70_000).concatWith(Flux.never()))
                .subscribe();
        Bench.eventually(() -> partLength() == 70_000);
        hangsUp.dispose();
        Bench.eventually(() -> durable() == 70_000);
        Bench.eventually(() -> append(70_000, 80_000));
        refuses(
                RefusalCode.E_WEB_CHECKSUM_MISMATCH,
                bench.parts,
                80_000,
                checksum(new byte[1]),
                Flux.just(bench.buffer(new byte[20_000])));
        append(80_000, file.length);

        assertThat(whole(bench.parts)).isEqualTo(sha256(file));
    }

    @Test
    void knowsTheHashAfterAKillAndAfterBeginningAnew() throws Exception {
        append(0, 5_000);
        var killed = afterAKill();
        killed.append(id, piece(5_000, null), body(5_000, file.length)).block(PATIENCE);
        assertThat(whole(killed)).isEqualTo(sha256(file));

        bench.parts.discard(id).block(PATIENCE);
        append(0, file.length);
        assertThat(whole(bench.parts)).isEqualTo(sha256(file));
    }

    @Test
    void refusesAnotherOffsetAndKeepsWhatIsHere() throws IOException {
        append(0, 500);

        refuses(RefusalCode.E_WEB_UPLOAD_OFFSET, bench.parts, 499, null, body(499, 600));
        refuses(RefusalCode.E_WEB_UPLOAD_OFFSET, bench.parts, 501, null, body(501, 600));

        assertThat(Files.readAllBytes(part())).isEqualTo(Arrays.copyOf(file, 500));
    }

    @RepeatedTest(20)
    void keepsWhatCameBeforeTheBodyWasCut() {
        var cut = body(0, 50_000).concatWith(Flux.error(new IOException("Connection reset by peer")));

        refuses(RefusalCode.E_WEB_BODY_CUT, bench.parts, 0, null, cut);

        assertThat(durable()).isEqualTo(50_000);
        append(50_000, file.length);
    }

    @RepeatedTest(20)
    void keepsWhatCameBeforeTheSenderHungUp() throws InterruptedException {
        var sent = new CountDownLatch(5);
        var endless = body(0, 40_960).doOnNext(each -> sent.countDown()).concatWith(Flux.never());
        var sending = bench.parts.append(id, piece(0, null), endless).subscribe();
        assertThat(sent.await(5, TimeUnit.SECONDS)).isTrue();

        sending.dispose();

        Bench.eventually(() -> durable() > 0);
        bench.releasedAll();
        Bench.eventually(() -> append(Math.toIntExact(durable()), file.length));
    }

    @Test
    void countsOnlyWhatWasForcedToTheDisk() throws IOException {
        append(0, 5_000);
        Files.write(part(), new byte[3_000], StandardOpenOption.APPEND);

        assertThat(afterAKill().durable(id).block(PATIENCE)).isEqualTo(5_000);
        append(5_000, file.length);

        assertThat(Files.readAllBytes(part())).isEqualTo(file);
    }

    @Test
    void beginsAnewWhereNothingIsLeft() throws IOException {
        append(0, 5_000);
        Files.delete(part());

        assertThat(durable()).isZero();
        append(0, file.length);
    }

    @Test
    void letsOneConnectionSendAtATime() {
        var parts = parts(Duration.ofMinutes(1), Duration.ofMinutes(1));
        var sending = parts.append(id, piece(0, null), alive(body(0, 10_000))).subscribe();
        Bench.eventually(() -> partLength() == 10_000);

        refuses(RefusalCode.E_WEB_UPLOAD_BUSY, parts, 0, null, body(0, 10_000));

        sending.dispose();
        bench.releasedAll();
    }

    @Test
    void takesOverFromADeadConnection() {
        var dead = bench.parts
                .append(id, piece(0, null), body(0, 10_000).concatWith(Flux.never()))
                .materialize()
                .toFuture();
        Bench.eventually(() -> partLength() == 10_000);

        Bench.eventually(() -> bench.parts.resumable(id).block(PATIENCE) == 10_000);
        append(10_000, file.length);

        assertThat(ended(dead).getThrowable())
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.E_WEB_BODY_CUT));
        assertThat(durable()).isEqualTo(file.length);
    }

    @Test
    void takesOverWithoutAskingFirst() {
        bench.parts
                .append(id, piece(0, null), body(0, 10_000).concatWith(Flux.never()))
                .subscribe();
        Bench.eventually(() -> partLength() == 10_000);

        Bench.eventually(() -> append(10_000, 20_000));

        assertThat(durable()).isEqualTo(20_000);
    }

    @Test
    void givesUpAConnectionOnWhichNothingComes() {
        var impatient = parts(Duration.ofSeconds(2), Long.MAX_VALUE); // no less: before that all must have come

        refuses(RefusalCode.E_WEB_BODY_CUT, impatient, 0, null, body(0, 10_000).concatWith(Flux.never()));

        assertThat(impatient.durable(id).block(PATIENCE)).isEqualTo(10_000);
    }

    @Test
    void countsAPieceWithAChecksumWholeOrNotAtAll() throws NoSuchAlgorithmException {
        var good = checksum(Arrays.copyOf(file, 30_000));

        refuses(RefusalCode.E_WEB_CHECKSUM_MISMATCH, bench.parts, 0, good, body(0, 29_999));
        assertThat(durable()).isZero();
        refuses(
                RefusalCode.E_WEB_BODY_CUT,
                bench.parts,
                0,
                good,
                body(0, 20_000).concatWith(Flux.error(new IOException("Connection reset by peer"))));
        assertThat(durable()).isZero();

        assertThat(bench.parts.append(id, piece(0, good), body(0, 30_000)).block(PATIENCE))
                .isEqualTo(30_000);
    }

    @Test
    void refusesMoreThanTheWhole() {
        append(0, file.length - 10);

        refuses(
                RefusalCode.E_WEB_TOO_LARGE,
                bench.parts,
                file.length - 10,
                null,
                Flux.just(bench.buffer(new byte[11])));

        assertThat(durable()).isLessThanOrEqualTo(file.length);
    }

    @Test
    void refusesBeforeReadingWhatFindsNoRoom() {
        parts(PATIENCE, 20_000_000)
                .requireRoom(10_000_000)
                .as(StepVerifier::create)
                .expectErrorMatches(failure ->
                        failure instanceof Refusal refusal && refusal.code() == RefusalCode.E_WEB_STORAGE_FULL)
                .verify(PATIENCE);
        parts(PATIENCE, 200_000_000).requireRoom(10_000_000).block(PATIENCE);
    }

    @Test
    void throwsAwayAndCutsWhoeverIsSending() {
        var sending = bench.parts
                .append(id, piece(0, null), alive(body(0, 10_000)))
                .materialize()
                .toFuture();
        Bench.eventually(() -> partLength() == 10_000);

        bench.parts.discard(id).block(PATIENCE);

        assertThat(ended(sending).hasError()).isTrue();
        assertThat(durable()).isZero();
        Bench.eventually(() -> Bench.files(bench.home) == 0);
    }

    @Test
    void removesWhatNobodyHasAddedTo() throws IOException {
        append(0, 10);
        var other = UUID.randomUUID();
        bench.parts.append(other, piece(0, null), body(0, 10)).block(PATIENCE);
        for (var leftover : new Path[] {part(), bench.home.resolve("uploads/" + id + ".mark")}) {
            Files.setLastModifiedTime(leftover, FileTime.from(Instant.now().minus(Duration.ofDays(8))));
        }

        bench.parts
                .removeUntouchedSince(Instant.now().minus(Duration.ofDays(7)))
                .block(PATIENCE);

        assertThat(Files.exists(part())).isFalse();
        assertThat(bench.parts.durable(other).block(PATIENCE)).isEqualTo(10);
    }

    /** Other uploads go on, and end, while a sweep looks through their directory. */
    @Test
    void removesWhatIsOldWhileOthersComeAndGo() throws Exception {
        var comingAndGoing = new ComingAndGoing(Files.createDirectories(part().getParent()));
        try {
            for (int i = 0; i < 300; i++) {
                bench.parts.removeUntouchedSince(Instant.EPOCH).block(PATIENCE);
            }
        } finally {
            comingAndGoing.close();
        }
    }

    @Test
    void neverTouchesDiskOnTheCallersThread() {
        Mono.defer(() -> bench.parts.append(id, piece(0, null), body(0, file.length)))
                .then(Mono.defer(() -> bench.parts.resumable(id)))
                .then(Mono.defer(() -> bench.parts.discard(id)))
                .subscribeOn(Schedulers.parallel())
                .as(StepVerifier::create)
                .expectComplete()
                .verify(PATIENCE);
    }

    private static Signal<Long> ended(CompletableFuture<Signal<Long>> connection) {
        return connection.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    private boolean append(int from, int to) {
        return bench.parts
                .append(id, piece(from, null), body(from, to))
                .map(reached -> reached == to)
                .onErrorReturn(
                        failure ->
                                failure instanceof Refusal refusal && refusal.code() == RefusalCode.E_WEB_UPLOAD_BUSY,
                        false)
                .block(PATIENCE);
    }

    private void refuses(
            RefusalCode code, PartFiles parts, long offset, @Nullable PartChecksum checksum, Flux<DataBuffer> body) {
        parts.append(id, piece(offset, checksum), body)
                .as(StepVerifier::create)
                .expectErrorMatches(failure -> failure instanceof Refusal refusal && refusal.code() == code)
                .verify(PATIENCE);
        bench.releasedAll();
    }

    private PartFiles.Piece piece(long offset, @Nullable PartChecksum checksum) {
        return new PartFiles.Piece(offset, file.length, checksum);
    }

    private static PartChecksum checksum(byte[] bytes) throws NoSuchAlgorithmException {
        return new PartChecksum(
                PartChecksum.Algorithm.SHA1, MessageDigest.getInstance("SHA-1").digest(bytes));
    }

    private Flux<DataBuffer> body(int from, int to) {
        return bench.body(Arrays.copyOfRange(file, from, to));
    }

    /** A sender who has not stalled: an empty buffer now and then is news as well. */
    private Flux<DataBuffer> alive(Flux<DataBuffer> body) {
        return body.concatWith(Flux.interval(Duration.ofMillis(20)).map(tick -> bench.buffer(new byte[0])));
    }

    private PartFiles afterAKill() {
        return parts(PATIENCE, Long.MAX_VALUE);
    }

    private PartFiles parts(Duration patience, long free) {
        return parts(Duration.ofMillis(300), patience, free);
    }

    private PartFiles parts(Duration stalledAfter, Duration patience) {
        return parts(stalledAfter, patience, Long.MAX_VALUE);
    }

    private PartFiles parts(Duration stalledAfter, Duration patience, long free) {
        return new PartFiles(
                bench.home.resolve("uploads"),
                new PartFiles.Rules(Duration.ofDays(7), stalledAfter, patience),
                bench.workers,
                directory -> free);
    }

    private long durable() {
        return bench.parts.durable(id).block(PATIENCE);
    }

    private Path part() {
        return bench.home.resolve("uploads/" + id + ".part");
    }

    private long partLength() {
        try {
            return Files.exists(part()) ? Files.size(part()) : -1;
        } catch (IOException gone) {
            return -1;
        }
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        new Random(16).nextBytes(bytes);
        return bytes;
    }

    private String whole(PartFiles parts) {
        return parts.whole(id).map(Spool.Received::sha256).block(PATIENCE);
    }

    private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
