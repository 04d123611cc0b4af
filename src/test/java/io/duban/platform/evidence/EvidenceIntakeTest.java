package io.duban.platform.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

class EvidenceIntakeTest {

    private static final int MEGABYTE = 1024 * 1024;

    @RegisterExtension
    private final Bench bench = new Bench();

    @Test
    void keepsPhotoExactlyAsItCame() {
        var photo = Samples.withExif(Samples.jpeg(40, 20), Samples.tiff(6, "2026:11:20 09:30:00", null));

        var received = bench.receive(photo, Intake.PHOTO);

        assertThat(bench.read(bench.store.get(new StorageKey(received.storageKey()))))
                .isEqualTo(photo);
        assertThat(received.sha256()).isEqualTo(sha256(photo));
        assertThat(received.sizeBytes()).isEqualTo(photo.length);
        assertThat(received.mediaType()).isEqualTo("image/jpeg");
        assertThat(received.receivedAt()).isEqualTo(Bench.NOW);
        bench.releasedAll();
    }

    @Test
    void leavesOnlyTheStoredFile() {
        bench.receive(Samples.jpeg(40, 20), Intake.PHOTO);

        Bench.eventually(() -> Bench.files(bench.home) == 1);
        assertThat(Bench.files(bench.incoming())).isZero();
    }

    @Test
    void forgetsBodyCutHalfWay() {
        var half = bench.body(new byte[10 * 4096]).concatWith(Flux.error(new IOException("Connection reset by peer")));

        bench.refuses(RefusalCode.E_WEB_BODY_CUT, half, Intake.PHOTO);
    }

    @RepeatedTest(20)
    void forgetsBodyWhoseSenderHangsUp() throws InterruptedException {
        var sent = new CountDownLatch(10);
        var endless = bench.body(new byte[10 * 4096])
                .doOnNext(each -> sent.countDown())
                .concatWith(Flux.never());

        var receiving = bench.intake.receive(endless, Intake.PHOTO).subscribe();
        assertThat(sent.await(5, TimeUnit.SECONDS)).isTrue();
        receiving.dispose();

        bench.leavesNothing();
    }

    @Test
    void forgetsBodyWhoseSenderFallsSilent() {
        var impatient = new EvidenceIntake(
                bench.incoming(),
                Duration.ofMillis(100),
                bench.workers,
                bench.store,
                bench.parts,
                new Likenesses(bench.files),
                bench.pdfText,
                Bench.CLOCK);
        var silent = bench.body(new byte[4096]).concatWith(Flux.never());

        impatient
                .receive(silent, Intake.PHOTO)
                .as(StepVerifier::create)
                .expectErrorMatches(
                        failure -> failure instanceof Refusal refusal && refusal.code() == RefusalCode.E_WEB_BODY_CUT)
                .verify(Duration.ofSeconds(5));
        bench.leavesNothing();
    }

    @Test
    void refusesTooLongPhotoBeforeItIsAllIn() {
        var sent = new AtomicInteger();
        var endless = Flux.range(0, 1_000)
                .map(index -> bench.buffer(new byte[MEGABYTE]))
                .doOnNext(each -> sent.incrementAndGet());

        bench.refuses(RefusalCode.E_WEB_TOO_LARGE, endless, Intake.PHOTO);

        assertThat(sent).hasValueLessThan(40);
    }

    @Test
    void takesLongerAttachmentsThanPhotos() {
        var text = new byte[21 * MEGABYTE];
        Arrays.fill(text, (byte) 'a');

        assertThat(bench.receive(text, Intake.ATTACHMENT).sizeBytes()).isEqualTo(text.length);
        bench.intake
                .receive(bench.body(new byte[50 * MEGABYTE + 1]), Intake.ATTACHMENT)
                .as(StepVerifier::create)
                .expectErrorMatches(
                        failure -> failure instanceof Refusal refusal && refusal.code() == RefusalCode.E_WEB_TOO_LARGE)
                .verify(Duration.ofSeconds(30));
    }

    @Test
    void refusesEmptyBody() {
        bench.refuses(RefusalCode.E_GEN_VALIDATION, Flux.empty(), Intake.PHOTO);
    }

    @Test
    void holdsFewBuffersOfLongBody() {
        var piece = new byte[64 * 1024];
        Arrays.fill(piece, (byte) 'x');
        var most = new AtomicInteger();
        var body = Flux.range(0, 320).publishOn(Schedulers.parallel()).map(index -> {
            most.accumulateAndGet(bench.unreleased(), Math::max);
            return bench.buffer(piece);
        });

        var received = bench.intake.receive(body, Intake.ATTACHMENT).block(Duration.ofSeconds(30));

        assertThat(received.sizeBytes()).isEqualTo(20L * MEGABYTE);
        assertThat(most).hasValueLessThanOrEqualTo(10);
        bench.releasedAll();
    }

    @Test
    void sendsAwayWhoComesWhenTooManyWait() throws InterruptedException {
        var busy = new Bench(new EvidenceWorkers(1, 1));
        var running = new CountDownLatch(1);
        var free = new CountDownLatch(1);
        Callable<Boolean> work = () -> {
            running.countDown();
            return free.await(10, TimeUnit.SECONDS);
        };
        busy.workers.inspect(work).subscribe();
        assertThat(running.await(10, TimeUnit.SECONDS)).isTrue();
        busy.workers.inspect(work).subscribe();

        try {
            busy.refuses(RefusalCode.E_WEB_UNAVAILABLE, Samples.jpeg(4, 4), Intake.PHOTO);
        } finally {
            free.countDown();
            busy.workers.close();
        }
    }

    @Test
    void neverTouchesDiskOnTheCallersThread() {
        var photo = Samples.jpeg(40, 20);

        Mono.defer(() -> bench.intake.receive(bench.body(photo), Intake.PHOTO))
                .subscribeOn(Schedulers.parallel())
                .as(StepVerifier::create)
                .expectNextCount(1)
                .expectComplete()
                .verify(Duration.ofSeconds(10));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
