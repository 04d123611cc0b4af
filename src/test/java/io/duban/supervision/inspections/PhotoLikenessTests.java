package io.duban.supervision.inspections;

import static io.duban.supervision.Caller.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.supervision.Caller;
import io.duban.support.Pictures;
import io.duban.support.ServerTest;
import io.duban.support.TestDatabase;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import net.coobird.thumbnailator.Thumbnails;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Old photos for new work (虚假办结): told to whoever judges, and no further than he may see. */
@ServerTest
class PhotoLikenessTests {

    /** Known ones: of some thousand of any, the copy of one is not near enough to its original. */
    private static final AtomicLong SCENES = new AtomicLong(20_261_128);

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    Caller caller;
    UUID earlier;
    UUID later;
    String first;
    Answer again;

    @BeforeEach
    void handedInTwice() throws IOException {
        caller = new Caller(port);
        earlier = Spot.of(caller).inspection();
        later = Spot.of(caller).inspection();
        var scene = Pictures.scene(SCENES.incrementAndGet());
        first = upload(earlier, Pictures.jpeg(scene, 0.9f)).at("$.id");
        again = upload(later, Pictures.jpeg(Thumbnails.of(scene).scale(0.5).asBufferedImage(), 0.4f));
    }

    @Test
    void flagsTheSamePictureInOtherBytes() {
        assertThat(again.<List<String>>at("$.flags")).containsExactly("NEAR_DUPLICATE_IMAGE");
    }

    @Test
    void tellsWhichPhotoItLooksLike() {
        var alike = caller.get(INSPECTOR, likenesses());

        assertThat(alike.status()).as(alike.body()).isEqualTo(200);
        assertThat(alike.<List<String>>at("$.items[*].photoId")).containsExactly(first);
        assertThat(alike.<String>at("$.items[0].inspectionId")).isEqualTo(earlier.toString());
        assertThat(alike.<Boolean>at("$.items[0].identical")).isFalse();
        assertThat(alike.<Integer>at("$.items[0].distance")).isLessThanOrEqualTo(7);
    }

    @Test
    void saysNothingOfWhatIsOutOfReach() {
        database.execute("update field_inspection set participant_ids = '{}', unit_ids = '{}' where id = '%s'"
                .formatted(earlier));

        assertThat(caller.get(INSPECTOR, likenesses()).<List<?>>at("$.items")).isEmpty();
        assertThat(caller.get(POLICE_LIAISON, likenesses()).status()).isEqualTo(404);
    }

    private String likenesses() {
        return "/field-inspections/%s/photos/%s/likenesses".formatted(later, again.<String>at("$.id"));
    }

    private Answer upload(UUID inspection, byte[] photo) {
        var uploaded = caller.upload(
                INSPECTOR, "/field-inspections/" + inspection + "/photos?purpose=AFTER", photo, UUID.randomUUID());
        assertThat(uploaded.status()).as(uploaded.body()).isEqualTo(201);
        return uploaded;
    }
}
