package io.duban.supervision.matters;

import static io.duban.supervision.Caller.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.supervision.Caller;
import io.duban.supervision.Caller.Answer;
import io.duban.supervision.MatterSteps;
import io.duban.supervision.inspections.Tus;
import io.duban.support.Pictures;
import io.duban.support.ServerTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a unit's result rests on: named with it, sent when the network allows, and doubted before whoever judges it. */
@ServerTest
class FinalEvidenceTests {

    @LocalServerPort
    int port;

    Caller caller;
    Tus phone;
    MatterSteps matter;
    byte[] photo;
    UUID photoId;
    byte[] paper;
    UUID paperId;

    @BeforeEach
    void issued() {
        caller = new Caller(port);
        phone = new Tus(port, URBAN_HEAD);
        photo = Pictures.fresh();
        photoId = UUID.randomUUID();
        paper = "关于整改情况的说明".getBytes(StandardCharsets.UTF_8);
        paperId = UUID.randomUUID();
        matter = matter();
    }

    @Test
    void isCompleteWhenAllThatWasNamedHasCome() {
        handIn("\"fileName\": \"IMG_0001.jpg\"");
        assertThat(history(SUPERVISOR).<Boolean>at("$.finals[0].files.complete"))
                .isFalse();

        assertThat(new Tus(port, URBAN_LIAISON).create(photoId, photo.length).status())
                .as("only who named it")
                .isEqualTo(404);
        send(photoId, photo);
        send(paperId, paper);

        assertThat(history(SUPERVISOR).<Boolean>at("$.finals[0].files.complete"))
                .isTrue();
        for (var person : List.of(SUPERVISOR, URBAN_LIAISON, LEADER)) {
            assertThat(fetched(person, 0).status()).isEqualTo(200);
            assertThat(fetched(person, 1).response().body()).isEqualTo(paper);
        }
        assertThat(fetched(HOUSING_HEAD, 0).status()).isEqualTo(404);
        assertThat(history(SUPERVISOR).<List<?>>at("$.doubtfulFiles")).isEmpty();
    }

    @Test
    void isDoubtedBeforeWhoeverJudgesItAndNotBeforeItsUnit() {
        handIn("\"fileName\": \"IMG_0001.jpg\"");
        send(photoId, photo);
        matter = matter();
        photoId = UUID.randomUUID();
        paperId = UUID.randomUUID();

        handIn("\"capturedAt\": \"2020-01-01T09:00:00+08:00\"");
        send(photoId, photo);

        var doubted = history(SUPERVISOR);
        assertThat(doubted.<List<String>>at("$.doubtfulFiles[0].flags"))
                .containsExactlyInAnyOrder("DUPLICATE_IMAGE", "TIME_SUSPECT");
        assertThat(doubted.<String>at("$.doubtfulFiles[0].storedFileId")).isEqualTo(storedFile(0));
        assertThat(history(URBAN_HEAD).<List<?>>at("$.doubtfulFiles")).isEmpty();
    }

    @Test
    void isRefusedWithAStateSecretMarkAndSaysSoUntilSomethingElseComes() {
        paper = "绝密★三十年".getBytes(StandardCharsets.UTF_8);
        handIn("\"fileName\": \"IMG_0001.jpg\"");

        assertThat(phone.create(paperId, paper.length).status()).isEqualTo(201);
        assertThat(phone.patch(paperId, 0, paper).code()).isEqualTo("E_GEN_CLASSIFIED_REFUSED");

        assertThat(caller.get(URBAN_HEAD, "/declared-files/" + paperId).<String>at("$.refusedCode"))
                .isEqualTo("E_GEN_CLASSIFIED_REFUSED");
        assertThat(history(SUPERVISOR).<List<Boolean>>at("$.finals[0].files.items[*].arrived"))
                .containsOnly(false);
    }

    private MatterSteps matter() {
        return new MatterSteps(caller)
                .drafted("ROUTINE", false)
                .submitted()
                .approvedBy(DIRECTOR)
                .issued(false)
                .signedFor();
    }

    private void handIn(String saidOfThePhoto) {
        var handedIn = caller.post(
                URBAN_HEAD,
                matter.part(matter.host()) + "/final-feedbacks",
                """
                {"result": "RESOLVED", "facts": ["已恢复通行", "已撤除"], "files": [
                 {"id": "%s", "sha256": "%s", "sizeBytes": %d, "purpose": "AFTER", %s},
                 {"id": "%s", "sha256": "%s", "sizeBytes": %d}]}""".formatted(
                                photoId,
                                Tus.sha256(photo),
                                photo.length,
                                saidOfThePhoto,
                                paperId,
                                Tus.sha256(paper),
                                paper.length),
                matter.partEtag(matter.host()));
        assertThat(handedIn.status()).as(handedIn.body()).isEqualTo(200);
    }

    private void send(UUID id, byte[] file) {
        assertThat(phone.create(id, file.length).status()).isEqualTo(201);
        var last = phone.patch(id, 0, file);
        assertThat(last.status()).as(last.body()).isEqualTo(204);
    }

    private Answer history(UUID person) {
        var answer = caller.get(person, matter.part(matter.host()) + "/history");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    /** What became of the photo, which was named first, or of the paper. */
    private String storedFile(int named) {
        var id = named == 0 ? photoId : paperId;
        return history(SUPERVISOR)
                .<List<String>>at("$.finals[0].files.items[?(@.id == '%s')].storedFileId".formatted(id))
                .get(0);
    }

    private Answer fetched(UUID person, int named) {
        return caller.get(person, matter.part(matter.host()) + "/files/" + storedFile(named));
    }
}
