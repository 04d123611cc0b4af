package io.duban.supervision.inspections;

import static io.duban.supervision.Caller.INSPECTOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.supervision.Caller;
import io.duban.support.ProductProcess;
import io.duban.support.TestDatabase;
import java.io.IOException;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The worst network there is: one file, a hundred cuts at random bytes, and the server killed in the middle of it twice. */
class UploadCutTests {

    private static final int CUTS = 100;
    private static final int EVERY_SO_MANY_A_KILL = 45;

    private final Random random = new Random(16);

    @TempDir
    Path home;

    private ProductProcess product;
    private Tus phone;
    private byte[] photo;
    private UUID id;
    private long sent;
    private long sentUpTo;
    private long lost;

    @Test
    @Timeout(300)
    void endsWithTheSameHash() throws IOException, InterruptedException {
        photo = Photos.noise(1700, 1300, 16);
        assertThat(photo.length).isBetween(2_000_000, 4_000_000);
        try (var running = new ProductProcess(TestDatabase.create(), home)) {
            product = running;
            var caller = new Caller(product.port());
            var inspection = Spot.of(caller).inspection();
            phone = new Tus(product.port(), INSPECTOR);
            id = phone.declared(inspection, photo);
            phone.create(id, photo.length);

            long reached = 0;
            for (int cut = 1; cut <= CUTS; cut++) {
                reached = cutAfterSomeBytes(reached, cut);
            }
            send(reached);

            assertThat(caller.get(INSPECTOR, "/field-inspections/" + inspection + "/photos")
                            .<String>at("$.items[0].sha256"))
                    .isEqualTo(Tus.sha256(photo));
            var kept = caller.get(
                    INSPECTOR,
                    "/field-inspections/%s/photos/%s?rendition=original"
                            .formatted(
                                    inspection,
                                    caller.get(INSPECTOR, "/declared-files/" + id)
                                            .<String>at("$.storedFileId")));
            assertThat(kept.response().body()).isEqualTo(photo);
            assertThat(filesIn(home.resolve("uploads"))).isZero();
            System.out.printf(
                    "%d cuts and %d kills: %d bytes sent for %d, %.2f times%n",
                    CUTS, CUTS / EVERY_SO_MANY_A_KILL, sent, photo.length, (double) sent / photo.length);
            assertThat(lost).as("bytes that had to be sent again").isLessThan(photo.length);
        }
    }

    /** Sends some bytes of a PATCH that announces all the rest, and goes: mostly by a reset, as a phone in a lift does. */
    private long cutAfterSomeBytes(long from, int cut) throws IOException, InterruptedException {
        var rest = photo.length - from;
        var bytes = Math.min(rest - 1, 1 + random.nextInt(2 * photo.length / CUTS));
        try (var socket = phone.opened(id, from, rest, photo, Math.toIntExact(bytes))) {
            // What a reset finds unread in the server's buffers is lost by TCP itself.
            Thread.sleep(random.nextInt(30));
            if (random.nextBoolean()) {
                socket.setSoLinger(true, 0);
            }
        } catch (SocketException refusedBeforeAllWasSent) {
            // a cut as any other
        }
        sent += bytes;
        sentUpTo = Math.max(sentUpTo, from + bytes);
        if (cut % EVERY_SO_MANY_A_KILL == 0) {
            product.killAndStart();
        }
        var reached = offset(from);
        // What an earlier cut left in the pipe may have been read since.
        assertThat(reached)
                .as("never more than was sent, never less than was told")
                .isBetween(from, sentUpTo);
        lost += Math.max(0, from + bytes - reached);
        return reached;
    }

    /** Asked until two answers agree: the server may still be reading what the cut left in the pipe. */
    private long offset(long from) throws InterruptedException {
        long before = -1;
        var now = phone.offset(id);
        while (now != before) {
            before = now;
            Thread.sleep(15);
            now = phone.offset(id);
        }
        return Math.max(now, from);
    }

    private void send(long from) throws InterruptedException {
        var reached = from;
        for (int i = 0; i < 50; i++) {
            var answer = phone.patch(id, reached, Arrays.copyOfRange(photo, Math.toIntExact(reached), photo.length));
            sent += photo.length - reached;
            if (answer.status() == 204) {
                return;
            }
            assertThat(answer.status()).as(answer.body()).isEqualTo(409);
            Thread.sleep(100);
            reached = phone.offset(id);
        }
        throw new AssertionError("never finished");
    }

    private static long filesIn(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.count();
        }
    }
}
