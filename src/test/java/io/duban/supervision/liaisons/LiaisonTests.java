package io.duban.supervision.liaisons;

import static io.duban.supervision.Caller.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.Phone;
import io.duban.support.Phone.Answer;
import io.duban.support.ServerTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class LiaisonTests {

    @LocalServerPort
    int port;

    @Test
    void namesALiaisonOfficerAndRemembersWhoItWas() {
        var first = name(URBAN_HEAD, URBAN, URBAN_LIAISON, URBAN_HANDLER).expect(201);
        assertThat(missing()).doesNotContain(URBAN.toString());
        var second = name(URBAN_HEAD, URBAN, URBAN_HANDLER, URBAN_LIAISON).expect(201);
        assertThat(see(URBAN_LIAISON, first.id()).text("status")).isEqualTo("REPLACED");
        assertThat(listed("")).containsExactly(second.text("id"));
        assertThat(listed("&former=true")).contains(first.text("id"), second.text("id"));
        assertThat(see(DONGHU_LIAISON, second.id()).status()).isEqualTo(404);

        phone(DONGHU_HEAD)
                .post("/supervision-liaisons/" + second.id() + "/endings", 1, "{\"reason\": \"调离\"}")
                .refused(404, "E_WEB_NOT_FOUND");
        phone(URBAN_LIAISON)
                .post("/supervision-liaisons/" + second.id() + "/endings", 1, "{\"reason\": \"调离\"}")
                .refused(403, "E_GEN_SCOPE");
        var ended = phone(URBAN_HEAD)
                .post("/supervision-liaisons/" + second.id() + "/endings", 1, "{\"reason\": \"调离\"}")
                .expect(200);
        assertThat(ended.text("status")).isEqualTo("ENDED");
        phone(URBAN_HEAD)
                .post("/supervision-liaisons/" + second.id() + "/endings", 2, "{\"reason\": \"调离\"}")
                .refused(409, "E_GEN_ILLEGAL_STATE");
        assertThat(missing()).contains(URBAN.toString());
    }

    @Test
    void refusesStrangersAndOtherUnits() {
        name(URBAN_DEPUTY, URBAN, URBAN_LIAISON, URBAN_HANDLER).refused(403, "E_GEN_SCOPE");
        name(DONGHU_HEAD, URBAN, URBAN_LIAISON, URBAN_HANDLER).refused(403, "E_GEN_SCOPE");
        name(URBAN_HEAD, URBAN, DONGHU_LIAISON, URBAN_HANDLER).refused(400, "E_GEN_VALIDATION");
        name(URBAN_HEAD, URBAN, URBAN_LIAISON, DONGHU_LIAISON).refused(400, "E_GEN_VALIDATION");
        name(URBAN_HEAD, URBAN, URBAN_LIAISON, URBAN_LIAISON).refused(400, "E_GEN_VALIDATION");
        assertThat(phone(URBAN_HEAD).get("/units-without-supervision-liaison").status())
                .isEqualTo(403);
    }

    @Test
    void keepsOneNamingOfAUnitHoweverManyComeAtOnce() {
        var calls = Stream.of(DONGHU_LIAISON, DONGHU_HANDLER)
                .map(person -> CompletableFuture.supplyAsync(() -> name(DONGHU_HEAD, DONGHU, person, DONGHU_HEAD)))
                .toList();
        assertThat(calls.stream().map(CompletableFuture::join))
                .extracting(Answer::status)
                .containsOnly(201);
        var standing =
                phone(SUPERVISOR).get("/supervision-liaisons?unitId=" + DONGHU).expect(200);
        assertThat(standing.body().get("items")).hasSize(1);
    }

    private Answer name(UUID head, UUID unit, UUID liaison, UUID deputy) {
        return phone(head).post("/supervision-liaisons", """
                {"unitId": "%s", "liaisonId": "%s", "deputyId": "%s", "validFrom": "2026-01-01"}""".formatted(unit, liaison, deputy));
    }

    private Answer see(UUID person, UUID liaison) {
        return phone(person).get("/supervision-liaisons/" + liaison);
    }

    private List<String> listed(String more) {
        return phone(SUPERVISOR)
                .get("/supervision-liaisons?limit=100&unitId=" + URBAN + more)
                .expect(200)
                .body()
                .get("items")
                .valueStream()
                .map(item -> item.get("id").asString())
                .toList();
    }

    private String missing() {
        return phone(SUPERVISOR)
                .get("/units-without-supervision-liaison")
                .expect(200)
                .body()
                .toString();
    }

    private Phone phone(UUID person) {
        return Phone.of(port, person);
    }
}
