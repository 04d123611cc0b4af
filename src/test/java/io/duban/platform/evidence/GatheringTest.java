package io.duban.platform.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.PooledByteBufAllocator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.NettyDataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

class GatheringTest {

    private final EvidenceWorkers workers = new EvidenceWorkers(1, 1);
    private final NettyDataBufferFactory factory = new NettyDataBufferFactory(PooledByteBufAllocator.DEFAULT);
    private final List<NettyDataBuffer> made = new ArrayList<>();
    private final List<List<String>> batches = new CopyOnWriteArrayList<>();

    @AfterEach
    void everythingIsReleased() {
        workers.close();
        assertThat(held()).isZero();
    }

    @Test
    void takesEverythingInOrder() {
        taken(Flux.range(0, 1000).map(this::buffer)).as(StepVerifier::create).verifyComplete();
        assertThat(batches.stream().flatMap(List::stream))
                .containsExactlyElementsOf(
                        IntStream.range(0, 1000).mapToObj(String::valueOf).toList());
    }

    @Test
    void takesAtOnceWhatCameWhileItWrote() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var body = Sinks.many().unicast().<DataBuffer>onBackpressureBuffer();
        var done = workers.takenBy(
                        buffers -> {
                            batches.add(texts(buffers));
                            begun.countDown();
                            await(goOn);
                        },
                        body.asFlux(),
                        () -> {})
                .toFuture();
        body.tryEmitNext(buffer(1));
        begun.await();
        body.tryEmitNext(buffer(2));
        body.tryEmitNext(buffer(3));
        body.tryEmitComplete();
        goOn.countDown();
        done.join();
        assertThat(batches).containsExactly(List.of("1"), List.of("2", "3"));
    }

    @Test
    void writesWhatCameBeforeACut() {
        taken(Flux.range(0, 10).map(this::buffer).concatWith(Mono.error(new IOException("cut"))))
                .as(StepVerifier::create)
                .verifyErrorMessage("cut");
        assertThat(batches.stream().mapToInt(List::size).sum()).isEqualTo(10);
    }

    @Test
    void stopsWhereItsTakerFails() {
        workers.takenBy(
                        buffers -> {
                            throw new IOException("full");
                        },
                        Flux.range(0, 100).map(this::buffer),
                        () -> {})
                .as(StepVerifier::create)
                .verifyErrorMessage("full");
    }

    @Test
    void tellsItsEndOnlyWhenEverythingIsReleased() {
        var heldAtTheEnd = new AtomicLong(-1);
        workers.takenBy(
                        buffers -> {
                            throw new IOException("full");
                        },
                        Flux.just(buffer(1)),
                        () -> {})
                .doOnError(end -> heldAtTheEnd.set(held()))
                .as(StepVerifier::create)
                .verifyErrorMessage("full");
        assertThat(heldAtTheEnd).hasValue(0);
    }

    @Test
    void writesWhatCameBeforeNobodyWantedItAnyLonger() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var idle = new CountDownLatch(1);
        var body = Sinks.many().unicast().<DataBuffer>onBackpressureBuffer();
        var sender = workers.takenBy(
                        buffers -> {
                            batches.add(texts(buffers));
                            begun.countDown();
                            await(goOn);
                        },
                        body.asFlux(),
                        idle::countDown)
                .subscribe();
        body.tryEmitNext(buffer(1));
        begun.await();
        body.tryEmitNext(buffer(2));
        sender.dispose();
        goOn.countDown();
        idle.await();
        assertThat(batches).containsExactly(List.of("1"), List.of("2"));
    }

    private Mono<Void> taken(Flux<DataBuffer> body) {
        return workers.takenBy(buffers -> batches.add(texts(buffers)), body, () -> {});
    }

    private long held() {
        return made.stream()
                .filter(buffer -> buffer.getNativeBuffer().refCnt() > 0)
                .count();
    }

    private DataBuffer buffer(int number) {
        var buffer = factory.allocateBuffer(16);
        buffer.write(String.valueOf(number), StandardCharsets.UTF_8);
        made.add(buffer);
        return buffer;
    }

    private static List<String> texts(List<DataBuffer> buffers) {
        return buffers.stream()
                .map(buffer -> buffer.toString(StandardCharsets.UTF_8))
                .toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
