package io.duban.supervision.inspections;

import static io.duban.supervision.Caller.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.supervision.Caller;
import io.duban.supervision.Caller.Answer;
import io.duban.support.ServerTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Photos are named by hash and size before they come. */
@ServerTest
class DeclaredPhotoTests {

    private static final String HASH = "0123456789abcdef".repeat(4);

    @LocalServerPort
    int port;

    Caller caller;
    UUID inspection;

    @BeforeEach
    void onTheSpot() {
        caller = new Caller(port);
        inspection = Spot.of(caller).inspection();
    }

    @Test
    void namesAPhotoThatHasNotCome() {
        var id = UUID.randomUUID();

        var named = declare(INSPECTOR, file(id, HASH, 1000, "BEFORE"));

        assertThat(named.status()).as(named.body()).isEqualTo(200);
        assertThat(named.<String>at("$.items[0].id")).isEqualTo(id.toString());
        assertThat(named.<Boolean>at("$.items[0].arrived")).isFalse();
        assertThat(named.<Integer>at("$.items[0].offset")).isZero();
        assertThat(named.<Boolean>at("$.complete")).isFalse();
        assertThat(caller.get(INSPECTOR, "/declared-files/" + id).<Integer>at("$.sizeBytes"))
                .isEqualTo(1000);
    }

    @Test
    void namesItOnceHoweverOftenItIsSent() {
        var id = UUID.randomUUID();
        declare(INSPECTOR, file(id, HASH, 1000, "BEFORE"));

        var again = declare(
                INSPECTOR,
                file(id, HASH, 1000, "BEFORE") + "," + file(UUID.randomUUID(), HASH, 2000, "AFTER") + ","
                        + file(id, HASH, 1000, "BEFORE"));

        assertThat(again.<List<?>>at("$.items")).hasSize(2);
    }

    @Test
    void refusesTheSameIdForAnotherContent() {
        var id = UUID.randomUUID();
        declare(INSPECTOR, file(id, HASH, 1000, "BEFORE"));

        refused(declare(INSPECTOR, file(id, HASH, 1001, "BEFORE")), 409, "E_GEN_IDEMPOTENCY_CONFLICT");
        refused(
                declare(INSPECTOR, file(id, HASH, 1000, "BEFORE") + "," + file(id, HASH, 1000, "AFTER")),
                409,
                "E_GEN_IDEMPOTENCY_CONFLICT");
        assertThat(listed().<List<?>>at("$.items")).hasSize(1);
    }

    @Test
    void refusesWhatCanNeverBeTaken() {
        refused(declare(INSPECTOR, file(UUID.randomUUID(), HASH, 21_000_000, "BEFORE")), 413, "E_WEB_TOO_LARGE");
        refused(declare(INSPECTOR, file(UUID.randomUUID(), "abc", 1000, "BEFORE")), 400, "E_GEN_VALIDATION");
        refused(declare(INSPECTOR, file(UUID.randomUUID(), HASH, 0, "BEFORE")), 400, "E_GEN_VALIDATION");
        refused(
                declare(
                        INSPECTOR,
                        "{\"id\":\"%s\",\"sha256\":\"%s\",\"sizeBytes\":5}".formatted(UUID.randomUUID(), HASH)),
                400,
                "E_GEN_VALIDATION");
        refused(
                declare(INSPECTOR, file(UUID.randomUUID(), HASH, 1000, "BEFORE").replace("}", ",\"note\":\"机密★10年\"}")),
                422,
                "E_GEN_CLASSIFIED_REFUSED");
        assertThat(listed().<List<?>>at("$.items")).isEmpty();
        assertThat(listed().<Boolean>at("$.complete")).isTrue();
    }

    @Test
    void refusesMoreFilesThanAnybodyLooksAt() {
        for (int i = 0; i < 50; i++) {
            assertThat(declare(INSPECTOR, file(UUID.randomUUID(), HASH, 1000, "BEFORE"))
                            .status())
                    .isEqualTo(200);
        }
        refused(declare(INSPECTOR, file(UUID.randomUUID(), HASH, 1000, "BEFORE")), 400, "E_GEN_VALIDATION");
    }

    @Test
    void isNotThereForAnybodyElse() {
        var id = UUID.randomUUID();
        declare(INSPECTOR, file(id, HASH, 1000, "BEFORE"));

        refused(caller.get(SUPERVISOR, "/declared-files/" + id), 404, "E_WEB_NOT_FOUND");
        refused(caller.get(INSPECTOR, "/declared-files/" + UUID.randomUUID()), 404, "E_WEB_NOT_FOUND");
        refused(
                caller.post(SUPERVISOR, "/declared-files/" + id + "/withdrawals", "{\"reason\":\"x\"}"),
                404,
                "E_WEB_NOT_FOUND");
    }

    @Test
    void isCompleteWhenWhatWillNotComeIsTakenBack() {
        var id = UUID.randomUUID();
        declare(INSPECTOR, file(id, HASH, 1000, "BEFORE"));

        var withdrawn = caller.post(INSPECTOR, "/declared-files/" + id + "/withdrawals", "{\"reason\":\"手机丢失\"}");

        assertThat(withdrawn.status()).as(withdrawn.body()).isEqualTo(200);
        assertThat(withdrawn.<String>at("$.withdrawnReason")).isEqualTo("手机丢失");
        assertThat(listed().<Boolean>at("$.complete")).isTrue();
        refused(
                caller.post(INSPECTOR, "/declared-files/" + id + "/withdrawals", "{\"reason\":\"再次\"}"),
                409,
                "E_GEN_ILLEGAL_STATE");
    }

    @Test
    void keepsFileNamesFromThoseWhoMayNotKnowWhenAPhotoWasTaken() {
        var spot = Spot.of(caller);
        inspection = spot.inspection();
        var named = file(UUID.randomUUID(), HASH, 1000, "BEFORE")
                .replace("}", ",\"fileName\":\"IMG_20261120_093000.jpg\"}");
        assertThat(declare(INSPECTOR, named).status()).isEqualTo(200);
        spot.matter().recordedBy(INSPECTOR, SUPERVISOR, inspection, "OK");

        assertThat(listed().<String>at("$.items[0].fileName")).isEqualTo("IMG_20261120_093000.jpg");
        var asTheUnitSeesThem = caller.get(URBAN_HEAD, path());
        assertThat(asTheUnitSeesThem.<List<?>>at("$.items")).hasSize(1);
        assertThat(asTheUnitSeesThem.body()).doesNotContain("IMG_");
    }

    private Answer declare(UUID person, String files) {
        return caller.post(person, path(), "{\"files\":[" + files + "]}");
    }

    private Answer listed() {
        return caller.get(INSPECTOR, path());
    }

    private String path() {
        return "/field-inspections/" + inspection + "/declared-photos";
    }

    private static String file(UUID id, String hash, long size, String purpose) {
        return "{\"id\":\"%s\",\"sha256\":\"%s\",\"sizeBytes\":%d,\"purpose\":\"%s\"}"
                .formatted(id, hash, size, purpose);
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }
}
