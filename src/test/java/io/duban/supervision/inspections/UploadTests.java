package io.duban.supervision.inspections;

import static io.duban.supervision.Caller.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.supervision.Caller;
import io.duban.support.ServerTest;
import io.duban.support.TestDatabase;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Scanner;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Photos that come piece by piece, by tus 1.0. */
@ServerTest
class UploadTests {

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    Caller caller;
    Spot spot;
    Tus phone;
    byte[] photo;
    UUID id;

    @BeforeEach
    void declared() {
        caller = new Caller(port);
        spot = Spot.of(caller);
        phone = new Tus(port, INSPECTOR);
        photo = Photos.noise(120, 90, ThreadLocalRandom.current().nextLong());
        id = phone.declared(spot.inspection(), photo);
    }

    @Test
    void sayWhatIsSpokenWithoutAToken() {
        var options = phone.send(phone.request("/uploads"), "OPTIONS", BodyPublishers.noBody());
        assertThat(options.status()).isEqualTo(204);
        assertThat(options.header("Tus-Version")).isEqualTo("1.0.0");
        assertThat(options.header("Tus-Extension"))
                .isEqualTo("creation,creation-with-upload,termination,checksum,expiration");
        assertThat(options.header("Tus-Checksum-Algorithm")).isEqualTo("sha256,sha1");
    }

    @Test
    void becomePhotosOfTheInspectionWithTheLastByte() {
        var created = phone.create(id, photo.length);
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        assertThat(created.header("Location")).isEqualTo("/v1/uploads/" + id);
        assertThat(created.header("Upload-Expires")).endsWith("GMT");
        assertThat(created.header("Tus-Resumable")).isEqualTo("1.0.0");
        var half = photo.length / 2;

        var first = phone.patch(id, 0, Arrays.copyOf(photo, half));
        assertThat(first.status()).as(first.body()).isEqualTo(204);
        assertThat(first.header("Upload-Offset")).isEqualTo(String.valueOf(half));
        assertThat(phone.offset(id)).isEqualTo(half);
        assertThat(photos().<List<?>>at("$.items")).isEmpty();
        assertThat(declaration().<Integer>at("$.offset")).isEqualTo(half);
        assertThat(declaration().<String>at("$.uploadUrl")).isEqualTo("/v1/uploads/" + id);

        var last = phone.patch(id, half, Arrays.copyOfRange(photo, half, photo.length));
        assertThat(last.status()).as(last.body()).isEqualTo(204);
        assertThat(photos().<String>at("$.items[0].sha256")).isEqualTo(Tus.sha256(photo));
        assertThat(photos().<String>at("$.items[0].purpose")).isEqualTo("AFTER");
        assertThat(declaration().<Boolean>at("$.arrived")).isTrue();
        assertThat(declaration().<String>at("$.storedFileId")).isEqualTo(photos().at("$.items[0].id"));
        assertThat(caller.get(INSPECTOR, named()).<Boolean>at("$.complete")).isTrue();
        var original = caller.get(
                INSPECTOR,
                "/field-inspections/%s/photos/%s?rendition=original"
                        .formatted(spot.inspection(), photos().<String>at("$.items[0].id")));
        assertThat(original.response().body()).isEqualTo(photo);
    }

    @Test
    void areStillKnownToAPhoneThatMissedTheLastAnswer() {
        phone.create(id, photo.length);
        phone.patch(id, 0, photo);

        assertThat(phone.offset(id)).isEqualTo(photo.length);
        var again = phone.create(id, photo.length);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Upload-Offset")).isEqualTo(String.valueOf(photo.length));
        assertThat(phone.patch(id, 0, photo).code()).isEqualTo("E_WEB_UPLOAD_OFFSET");
        assertThat(phone.delete(id).code()).isEqualTo("E_GEN_ILLEGAL_STATE");
        assertThat(photos().<List<?>>at("$.items")).hasSize(1);
    }

    @Test
    void goOnWhereTheyStandForAPhoneThatLostTheAddress() {
        phone.create(id, photo.length);
        phone.patch(id, 0, Arrays.copyOf(photo, 1000));

        var again = phone.create(id, photo.length);

        assertThat(again.header("Location")).isEqualTo("/v1/uploads/" + id);
        assertThat(again.header("Upload-Offset")).isEqualTo("1000");
        assertThat(phone.patch(id, 1000, rest(1000)).status()).isEqualTo(204);
    }

    @Test
    void comeWithTheirCreation() {
        var created = phone.createWith(id, photo.length, Arrays.copyOf(photo, 2000));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        assertThat(created.header("Upload-Offset")).isEqualTo("2000");
        assertThat(phone.createWith(id, photo.length, Arrays.copyOf(photo, 3000))
                        .header("Upload-Offset"))
                .isEqualTo("2000");
        assertThat(phone.patch(id, 2000, rest(2000)).status()).isEqualTo(204);

        var other = Photos.noise(40, 40, ThreadLocalRandom.current().nextLong());
        var otherId = phone.declared(spot.inspection(), other);
        assertThat(phone.createWith(otherId, other.length, other).header("Upload-Offset"))
                .isEqualTo(String.valueOf(other.length));
        assertThat(photos().<List<?>>at("$.items")).hasSize(2);
    }

    @Test
    void comeByPostFromClientsThatHaveNothingElse() {
        phone.create(id, photo.length);
        var sent = phone.send(
                phone.request("/uploads/" + id)
                        .header("X-HTTP-Method-Override", "PATCH")
                        .header("Upload-Offset", "0")
                        .header("Content-Type", "application/offset+octet-stream"),
                "POST",
                BodyPublishers.ofByteArray(photo));
        assertThat(sent.status()).as(sent.body()).isEqualTo(204);
        assertThat(photos().<List<?>>at("$.items")).hasSize(1);
    }

    @Test
    void areRefusedWhenTheyDoNotSpeakTheProtocol() {
        refused(
                phone.send(
                        phone.request("/uploads/" + id).setHeader("Tus-Resumable", "0.2.2"),
                        "DELETE",
                        BodyPublishers.noBody()),
                412,
                "E_WEB_UPLOAD_VERSION");
        refused(phone.create(id, photo.length - 1), 400, "E_GEN_VALIDATION");
        refused(
                phone.send(
                        phone.request("/uploads")
                                .header("Upload-Length", "5")
                                .header("Upload-Metadata", "filename cGhvdG8"),
                        "POST",
                        BodyPublishers.noBody()),
                400,
                "E_GEN_VALIDATION");
        phone.create(id, photo.length);
        refused(phone.patch(id, 7, rest(7)), 409, "E_WEB_UPLOAD_OFFSET");
        refused(phone.patch(id, 0, new byte[photo.length + 1]), 413, "E_WEB_TOO_LARGE");
        refused(phone.patch(id, 0, photo, "Upload-Checksum", "crc32 AAAA"), 400, "E_GEN_VALIDATION");
        refused(
                phone.send(
                        phone.request("/uploads/" + id)
                                .header("Upload-Offset", "0")
                                .header("Content-Type", "image/jpeg"),
                        "PATCH",
                        BodyPublishers.ofByteArray(photo)),
                415,
                "E_WEB_UNSUPPORTED_MEDIA_TYPE");
        assertThat(phone.offset(id)).isZero();
    }

    /** The same operation in other letters: neither the version nor the method that is meant goes unread. */
    @Test
    void areAskedForTheProtocolHoweverTheirAddressIsSpelled() {
        phone.create(id, photo.length);
        var spelled = "/%75ploads/" + id;
        refused(
                phone.send(
                        phone.request(spelled).setHeader("Tus-Resumable", "0.2.2"), "DELETE", BodyPublishers.noBody()),
                412,
                "E_WEB_UPLOAD_VERSION");
        var sent = phone.send(
                phone.request(spelled)
                        .header("X-HTTP-Method-Override", "PATCH")
                        .header("Upload-Offset", "0")
                        .header("Content-Type", "application/offset+octet-stream"),
                "POST",
                BodyPublishers.ofByteArray(photo));
        assertThat(sent.status()).as(sent.body()).isEqualTo(204);
        assertThat(sent.header("Tus-Resumable")).isEqualTo("1.0.0");
    }

    @Test
    void countAPieceWithAWrongChecksumNotAtAll() {
        phone.create(id, photo.length);
        var wrong = "sha256 " + Base64.getEncoder().encodeToString(Tus.digest("SHA-256", rest(1)));
        var right = "sha1 " + Base64.getEncoder().encodeToString(Tus.digest("SHA-1", photo));

        refused(phone.patch(id, 0, photo, "Upload-Checksum", wrong), 460, "E_WEB_CHECKSUM_MISMATCH");
        assertThat(phone.offset(id)).isZero();
        assertThat(phone.patch(id, 0, photo, "Upload-Checksum", right).status()).isEqualTo(204);
    }

    @Test
    void areThrownAwayWhenTheyAreNotWhatWasDeclared() {
        var other = photo.clone();
        other[other.length / 2] ^= 1;
        phone.create(id, photo.length);

        refused(phone.patch(id, 0, other), 422, "E_WEB_UPLOAD_HASH");

        assertThat(declaration().<String>at("$.refusedCode")).isEqualTo("E_WEB_UPLOAD_HASH");
        assertThat(declaration().<Integer>at("$.offset")).isZero();
        assertThat(phone.head(id).status()).isEqualTo(404);
        assertThat(photos().<List<?>>at("$.items")).isEmpty();
        phone.create(id, photo.length);
        assertThat(declaration().body()).doesNotContain("refusedCode");
        assertThat(phone.patch(id, 0, photo).status()).isEqualTo(204);
    }

    @Test
    void areRefusedWhenTheyAreNoPhoto() {
        var words = "不是照片".getBytes(StandardCharsets.UTF_8);
        var paper = phone.declared(spot.inspection(), words);

        refused(phone.createWith(paper, words.length, words), 415, "E_WEB_UNSUPPORTED_MEDIA_TYPE");

        assertThat(caller.get(INSPECTOR, "/declared-files/" + paper).<String>at("$.refusedCode"))
                .isEqualTo("E_WEB_UNSUPPORTED_MEDIA_TYPE");
        assertThat(caller.get(INSPECTOR, named()).<Boolean>at("$.complete")).isFalse();
    }

    @Test
    void areNotThereForAnybodyElse() {
        phone.create(id, photo.length);
        var stranger = new Tus(port, SUPERVISOR);
        var absent = UUID.randomUUID();

        refused(stranger.create(id, photo.length), 404, "E_WEB_NOT_FOUND");
        refused(stranger.patch(id, 0, photo), 404, "E_WEB_NOT_FOUND");
        refused(stranger.delete(id), 404, "E_WEB_NOT_FOUND");
        assertThat(stranger.head(id).status()).isEqualTo(404);
        assertThat(phone.head(absent).status()).isEqualTo(404);
        assertThat(without(stranger.delete(id).body(), id))
                .isEqualTo(without(stranger.delete(absent).body(), absent));
        assertThat(phone.offset(id)).isZero();
    }

    @Test
    void stopWithThePermission() {
        phone.create(id, photo.length);
        database.execute(
                "update field_inspection set participant_ids = '{}' where id = '%s'".formatted(spot.inspection()));

        refused(phone.patch(id, 0, photo), 404, "E_WEB_NOT_FOUND");
        assertThat(phone.head(id).status()).isEqualTo(404);
    }

    @Test
    void waitWhileTheirInspectionTakesNone() {
        phone.create(id, photo.length);
        standing("PLANNED");

        refused(phone.patch(id, 0, photo), 409, "E_GEN_ILLEGAL_STATE");
        assertThat(declaration().<Integer>at("$.offset")).isEqualTo(photo.length);
        assertThat(declaration().<Boolean>at("$.arrived")).isFalse();

        standing("ON_SITE");
        assertThat(phone.offset(id)).isEqualTo(photo.length);
        assertThat(declaration().<Boolean>at("$.arrived")).isTrue();
    }

    private void standing(String status) {
        database.execute(
                "update field_inspection set status = '%s' where id = '%s'".formatted(status, spot.inspection()));
    }

    @Test
    void endWhenTheyAreTerminatedAndCanBeginAnew() {
        phone.create(id, photo.length);
        phone.patch(id, 0, Arrays.copyOf(photo, 1000));

        assertThat(phone.delete(id).status()).isEqualTo(204);

        assertThat(phone.head(id).status()).isEqualTo(404);
        refused(phone.patch(id, 1000, rest(1000)), 404, "E_WEB_NOT_FOUND");
        assertThat(phone.create(id, photo.length).header("Upload-Offset")).isEqualTo("0");
        assertThat(phone.patch(id, 0, photo).status()).isEqualTo(204);
    }

    @Test
    void areNotAwaitedOnceTheyAreTakenBack() {
        caller.post(INSPECTOR, "/declared-files/" + id + "/withdrawals", "{\"reason\":\"拍错了\"}");

        refused(phone.create(id, photo.length), 404, "E_WEB_NOT_FOUND");
    }

    @Test
    void areTakenOverFromADeadConnectionOfTheSamePhone() throws IOException, InterruptedException {
        phone.create(id, photo.length);
        try (var dead = phone.opened(id, 0, photo.length, photo, 5000)) {
            eventually(() -> phone.offset(id) == 5000);
            assertThat(phone.patch(id, 5000, rest(5000)).status()).isEqualTo(204);
            // Not to the end: the server leaves the connection open for a minute.
            assertThat(new Scanner(dead.getInputStream(), StandardCharsets.UTF_8)
                            .findWithinHorizon("E_WEB_BODY_CUT", 0))
                    .isNotNull();
        }
        assertThat(photos().<String>at("$.items[0].sha256")).isEqualTo(Tus.sha256(photo));
    }

    private static void eventually(BooleanSupplier claim) throws InterruptedException {
        for (int i = 0; i < 200; i++) {
            if (claim.getAsBoolean()) {
                return;
            }
            Thread.sleep(25);
        }
        throw new AssertionError("did not come true within five seconds");
    }

    private byte[] rest(int from) {
        return Arrays.copyOfRange(photo, from, photo.length);
    }

    private Answer declaration() {
        return caller.get(INSPECTOR, "/declared-files/" + id);
    }

    private Answer photos() {
        return caller.get(INSPECTOR, "/field-inspections/" + spot.inspection() + "/photos");
    }

    private String named() {
        return "/field-inspections/" + spot.inspection() + "/declared-photos";
    }

    private static String without(String body, UUID id) {
        return body.replace(id.toString(), "").replaceAll("\"traceId\":\"[^\"]*\"", "");
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.header("Tus-Resumable")).isEqualTo("1.0.0");
    }
}
