package io.duban.supervision.inspections;

import static io.duban.supervision.Caller.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.supervision.Caller;
import io.duban.support.Pictures;
import io.duban.support.ServerTest;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Faces of uninvolved people: whoever may not have the photo itself gets the blurred copy or nothing. */
@ServerTest
class FaceBlurringTests {

    @LocalServerPort
    int port;

    Caller caller;
    Spot spot;
    String photo;

    @BeforeEach
    void photographed() throws IOException {
        caller = new Caller(port);
        spot = Spot.of(caller);
        photo = caller.upload(INSPECTOR, photos() + "?purpose=DURING", PhotoJourneyTests.jpeg(), UUID.randomUUID())
                .at("$.id");
        spot.matter().recordedBy(INSPECTOR, SUPERVISOR, spot.inspection(), "OK");
    }

    @Test
    void withholdsAMarkedPhotoUntilItsCopyIsThere() throws IOException {
        var before = bytes(URBAN_HEAD, "");
        var marked = mark(SUPERVISOR);
        assertThat(marked.status()).as(marked.body()).isEqualTo(200);
        assertThat(marked.<Boolean>at("$.blurFaces")).isTrue();
        assertThat(marked.<Boolean>at("$.withheld"))
                .as("not from a supervisor in charge")
                .isFalse();
        assertThat(mark(INSPECTOR).status()).as("marked twice is marked").isEqualTo(200);
        for (var rendition : List.of("", "?rendition=thumbnail", "?rendition=original")) {
            assertThat(caller.get(URBAN_HEAD, picture() + rendition).status()).isEqualTo(403);
            assertThat(caller.get(LEADER, picture() + rendition).status()).isEqualTo(403);
            assertThat(caller.get(SUPERVISOR, picture() + rendition).status()).isEqualTo(200);
        }
        assertThat(caller.get(URBAN_HEAD, photos()).<Boolean>at("$.items[0].withheld"))
                .isTrue();

        assertThat(blur(SUPERVISOR).code()).as("the author blurs").isEqualTo("E_GEN_SCOPE");
        var blurred = blur(INSPECTOR);
        assertThat(blurred.status()).as(blurred.body()).isEqualTo(200);
        assertThat(caller.get(URBAN_HEAD, photos()).<List<Boolean>>at("$.items[*].withheld"))
                .containsExactly(false);
        assertThat(bytes(URBAN_HEAD, "")).isNotEqualTo(before);
        assertThat(bytes(URBAN_HEAD, "?rendition=thumbnail")).isNotEmpty();
        assertThat(caller.get(URBAN_HEAD, picture() + "?rendition=original").status())
                .isEqualTo(403);
    }

    @Test
    void refusesWhoHasNothingToDoWithItAndACopyOfAnUnmarkedPhoto() throws IOException {
        assertThat(mark(URBAN_HEAD).status()).isEqualTo(403);
        assertThat(blur(INSPECTOR).code()).isEqualTo("E_GEN_ILLEGAL_STATE");
        var unknown = photos() + "/" + UUID.randomUUID() + "/face-marks";
        assertThat(caller.post(SUPERVISOR, unknown, "").status()).isEqualTo(404);
        assertThat(bytes(URBAN_HEAD, "")).isNotEmpty();
    }

    @Test
    void doubtsNoPhotoForLookingLikeTheBlurredCopyOfItsOwnInspection() throws IOException {
        var spot = Spot.of(caller).inspection();
        var scene = Pictures.scene(ThreadLocalRandom.current().nextLong());
        var own = "/field-inspections/" + spot + "/photos";
        var first = caller.upload(INSPECTOR, own + "?purpose=DURING", Pictures.jpeg(scene, 0.9f), UUID.randomUUID())
                .<String>at("$.id");
        caller.post(INSPECTOR, own + "/" + first + "/face-marks", "");
        var blurred = caller.upload(
                INSPECTOR, own + "/" + first + "/blurred-copies", Pictures.jpeg(scene, 0.7f), UUID.randomUUID());
        assertThat(blurred.status()).as(blurred.body()).isEqualTo(200);

        var second = caller.upload(INSPECTOR, own + "?purpose=DURING", Pictures.jpeg(scene, 0.5f), UUID.randomUUID());

        assertThat(second.<List<?>>at("$.flags")).isEmpty();
    }

    private Caller.Answer mark(UUID person) {
        return caller.post(person, picture() + "/face-marks", "");
    }

    private Caller.Answer blur(UUID person) throws IOException {
        return caller.upload(person, picture() + "/blurred-copies", PhotoJourneyTests.jpeg(), UUID.randomUUID());
    }

    private byte[] bytes(UUID person, String rendition) {
        var answer = caller.get(person, picture() + rendition);
        assertThat(answer.status()).isEqualTo(200);
        return answer.response().body();
    }

    private String picture() {
        return photos() + "/" + photo;
    }

    private String photos() {
        return "/field-inspections/" + spot.inspection() + "/photos";
    }
}
