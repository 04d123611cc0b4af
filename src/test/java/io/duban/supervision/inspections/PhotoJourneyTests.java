package io.duban.supervision.inspections;

import static io.duban.supervision.Caller.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.supervision.Caller;
import io.duban.supervision.MatterSteps;
import io.duban.support.ServerTest;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class PhotoJourneyTests {

    private static final String PLACED =
            "?purpose=AFTER&latitude=30.5&longitude=114.3&accuracyMetres=8&datum=GCJ_02&note=done";

    @LocalServerPort
    int port;

    Caller caller;
    MatterSteps matter;
    UUID inspection;

    @BeforeEach
    void onTheSpot() {
        caller = new Caller(port);
        var spot = Spot.of(caller);
        matter = spot.matter();
        inspection = spot.inspection();
    }

    @Test
    void takesAPhotoWithoutAPlace() throws IOException {
        var uploaded = caller.upload(INSPECTOR, photos() + "?purpose=BEFORE", jpeg(), UUID.randomUUID());
        assertThat(uploaded.status()).as(uploaded.body()).isEqualTo(201);
        assertThat(uploaded.header("Location")).startsWith("/v1" + photos() + "/");
        assertThat(uploaded.<Integer>at("$.inspectionVersion")).isEqualTo(2);
    }

    @Test
    void answersTheSameUploadOnce() throws IOException {
        var key = UUID.randomUUID();
        var photo = jpeg();
        var first = caller.upload(INSPECTOR, photos() + PLACED, photo, key);
        var replayed = caller.upload(INSPECTOR, photos() + PLACED, photo, key);
        assertThat(replayed.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(replayed.<String>at("$.id")).isEqualTo(first.<String>at("$.id"));
        var other = caller.upload(INSPECTOR, photos() + PLACED, jpeg(), key);
        assertThat(other.status()).isEqualTo(422);
        assertThat(caller.get(INSPECTOR, photos()).<List<?>>at("$.items")).hasSize(1);
    }

    @Test
    void showsPlacesAndOriginalsToTheAuthorAndTheSupervisorsInChargeOnly() throws IOException {
        var photo = jpeg();
        String id = caller.upload(INSPECTOR, photos() + PLACED, photo, UUID.randomUUID())
                .at("$.id");
        submitRecord();
        Stream.of(INSPECTOR, SUPERVISOR).forEach(reader -> {
            assertThat(caller.get(reader, photos()).<Double>at("$.items[0].position.latitude"))
                    .isEqualTo(30.5);
            var original = caller.get(reader, photos() + "/" + id + "?rendition=original");
            assertThat(original.response().body()).isEqualTo(photo);
        });
        Stream.of(URBAN_HEAD, LEADER).forEach(reader -> {
            assertThat(caller.get(reader, photos()).body()).doesNotContain("position", "exifTime", "capturedAt");
            assertThat(caller.get(reader, photos() + "/" + id + "?rendition=original")
                            .status())
                    .isEqualTo(403);
            var copy = caller.get(reader, photos() + "/" + id);
            assertThat(copy.status()).isEqualTo(200);
            assertThat(copy.header("Content-Disposition")).startsWith("attachment");
            assertThat(copy.header("X-Content-Type-Options")).isEqualTo("nosniff");
        });
        assertThat(caller.get(POLICE_LIAISON, photos() + "/" + id).status()).isEqualTo(404);
        var thumbnail = caller.get(URBAN_HEAD, photos() + "/" + id + "?rendition=thumbnail");
        assertThat(ImageIO.read(new ByteArrayInputStream(thumbnail.response().body()))
                        .getWidth())
                .isEqualTo(400);
    }

    @Test
    void flagsAPhotoThatWasHandedInForSomethingElse() throws IOException {
        var photo = jpeg();
        caller.upload(INSPECTOR, photos() + "?purpose=AFTER", photo, UUID.randomUUID());
        onTheSpot();
        var again = caller.upload(
                INSPECTOR,
                photos() + "?purpose=AFTER&capturedAt=2020-01-01T08:00:00%2B08:00",
                photo,
                UUID.randomUUID());
        assertThat(again.<List<String>>at("$.flags")).containsExactlyInAnyOrder("TIME_SUSPECT", "DUPLICATE_IMAGE");
    }

    @Test
    void refusesWhatIsNoPhotoOrComesTooLate() throws IOException {
        var words = "不是照片".getBytes(StandardCharsets.UTF_8);
        assertThat(caller.upload(INSPECTOR, photos() + "?purpose=AFTER", words, UUID.randomUUID())
                        .status())
                .isEqualTo(415);
        assertThat(caller.upload(INSPECTOR, photos(), jpeg(), UUID.randomUUID()).status())
                .isEqualTo(400);
        assertThat(caller.upload(URBAN_HEAD, photos() + "?purpose=AFTER", jpeg(), UUID.randomUUID())
                        .status())
                .isEqualTo(403);
        submitRecord();
        assertThat(caller.upload(INSPECTOR, photos() + "?purpose=AFTER", jpeg(), UUID.randomUUID())
                        .code())
                .isEqualTo("E_GEN_ILLEGAL_STATE");
    }

    private void submitRecord() {
        matter.recordedBy(INSPECTOR, SUPERVISOR, inspection, "OK");
    }

    private String photos() {
        return "/field-inspections/" + inspection + "/photos";
    }

    /** A picture nobody has sent before. */
    static byte[] jpeg() throws IOException {
        var image = new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(new Color(ThreadLocalRandom.current().nextInt(0xFFFFFF)));
        graphics.fillRect(0, 0, 800, 600);
        graphics.dispose();
        for (int x = 0; x < 64; x++) {
            image.setRGB(x, 0, ThreadLocalRandom.current().nextInt(0xFFFFFF));
        }
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", bytes);
        return bytes.toByteArray();
    }
}
