package io.duban.supervision.inspections;

import static io.duban.supervision.Caller.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.supervision.Caller;
import io.duban.supervision.Caller.Answer;
import io.duban.support.ServerTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;

/** A finding is filed before its photos: what was named in time is taken whenever its last byte comes, and nothing else. */
@ServerTest
class PhotosAfterTheRecordTests {

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient reading;

    Caller caller;
    Spot spot;
    Tus phone;

    @BeforeEach
    void onTheSpot() {
        caller = new Caller(port);
        spot = Spot.of(caller);
        phone = new Tus(port, INSPECTOR);
    }

    @Test
    void attachesWhatWasNamedBeforeTheRecordWheneverItComes() {
        var early = photo();
        var late = photo();
        var earlyId = phone.declared(spot.inspection(), early);
        var lateId = phone.declared(spot.inspection(), late);
        spot.matter().recordedBy(INSPECTOR, SUPERVISOR, spot.inspection(), "OK");
        assertThat(see().<String>at("$.status")).isEqualTo("RECORD_SUBMITTED");
        assertThat(see().<List<String>>at("$.missingPhotoIds"))
                .containsExactlyInAnyOrder(earlyId.toString(), lateId.toString());

        var version = see().<Integer>at("$.version");
        sent(earlyId, early);
        assertThat(see().<Integer>at("$.version")).isEqualTo(version + 1);
        assertThat(see().<String>at("$.status")).isEqualTo("RECORD_SUBMITTED");
        assertThat(see().<Boolean>at("$.complete")).isFalse();

        assertThat(caller.post(URBAN_HEAD, path() + "/object-answers", "{\"verdict\": \"CONFIRM\"}", see().etag())
                        .status())
                .isEqualTo(200);
        assertThat(caller.post(SUPERVISION_CHIEF, path() + "/closings", "{}", see().etag())
                        .status())
                .isEqualTo(200);
        sent(lateId, late);
        assertThat(see().<String>at("$.status")).isEqualTo("CLOSED");
        assertThat(see().<Boolean>at("$.complete")).as("now the app may delete").isTrue();
        assertThat(caller.get(INSPECTOR, path() + "/photos").<List<?>>at("$.items"))
                .hasSize(2);
        assertThat(photosAdded()).isEqualTo(2);
    }

    @Test
    void refusesWhatWasNotNamedBeforeTheRecord() {
        spot.matter().recordedBy(INSPECTOR, SUPERVISOR, spot.inspection(), "OK");
        var late = photo();
        var named = caller.post(INSPECTOR, path() + "/declared-photos", """
                {"files": [{"id": "%s", "sha256": "%s", "sizeBytes": %d, "purpose": "AFTER"}]}""".formatted(
                        UUID.randomUUID(), Tus.sha256(late), late.length));
        assertThat(named.code()).isEqualTo("E_GEN_ILLEGAL_STATE");
        assertThat(caller.upload(INSPECTOR, path() + "/photos?purpose=AFTER", late, UUID.randomUUID())
                        .code())
                .isEqualTo("E_GEN_ILLEGAL_STATE");
        assertThat(see().<Boolean>at("$.complete")).isTrue();
    }

    private void sent(UUID id, byte[] photo) {
        assertThat(phone.create(id, photo.length).status()).isEqualTo(201);
        var last = phone.patch(id, 0, photo);
        assertThat(last.status()).as(last.body()).isEqualTo(204);
    }

    private static byte[] photo() {
        return Photos.noise(120, 90, ThreadLocalRandom.current().nextLong());
    }

    private Answer see() {
        return caller.get(SUPERVISOR, path());
    }

    private String path() {
        return "/field-inspections/" + spot.inspection();
    }

    private Long photosAdded() {
        return reading.sql(
                        "select count(*) from event_log where type = 'supervision.inspection.photoAdded' and subject_id = '%s'"
                                .formatted(spot.inspection()))
                .map(row -> row.get(0, Long.class))
                .one()
                .block();
    }
}
