package io.duban.supervision.notices;

import static io.duban.supervision.Caller.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.ServerTest;
import io.duban.support.TestDatabase;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a unit gets when it is overdue: a chase letter, a yellow card, and its right to object. */
@ServerTest
class NoticeJourneyTests {

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    Overdue overdue;

    @BeforeEach
    void open() {
        overdue = new Overdue(port, database).since(1);
    }

    @Test
    void chasesAnOverdueUnitByALetterThatHeadAndLiaisonSignFor() {
        var proposed = overdue.chase(SUPERVISOR).expect(201);
        var letter = "/chase-letters/" + proposed.id();
        assertThat(proposed.header("Location")).isEqualTo("/v1" + letter);
        assertThat(overdue.lists(URBAN_HEAD, letter)).as("a proposal").isFalse();
        assertThat(overdue.lists(REGISTRAR, letter)).as("a proposal").isFalse();
        assertThat(overdue.lists(DIRECTOR, letter)).isTrue();
        assertThat(overdue.todos(DIRECTOR, letter)).containsExactly("SIGN");

        var issued = overdue.step(DIRECTOR, letter, "signatures", "{\"verdict\": \"SIGN\"}")
                .expect(200);
        assertThat(issued.text("number")).matches("南督催〔%d〕\\d+号".formatted(year()));
        assertThat(issued.text("signedById")).isEqualTo(DIRECTOR.toString());
        assertThat(overdue.todos(DIRECTOR, letter)).isEmpty();
        assertThat(overdue.lists(URBAN_HEAD, letter)).isTrue();
        assertThat(overdue.lists(DONGHU_LIAISON, letter)).as("another unit").isFalse();
        assertThat(overdue.see(REGISTRAR, letter).text("words")).as("masked").isEmpty();
        assertThat(overdue.todos(URBAN_LIAISON, letter)).containsExactly("SIGN_FOR:LIAISON");

        var half = overdue.step(URBAN_LIAISON, letter, "receipts", "{}").expect(200);
        assertThat(half.text("status")).isEqualTo("ISSUED");
        assertThat(overdue.todos(URBAN_LIAISON, letter)).isEmpty();
        assertThat(overdue.todos(URBAN_HEAD, letter)).containsExactly("SIGN_FOR:HEAD");
        overdue.step(URBAN_LIAISON, letter, "receipts", "{}").refused(409, "E_GEN_ILLEGAL_STATE");
        var signed = overdue.step(URBAN_HEAD, letter, "receipts", "{}").expect(200);
        assertThat(signed.text("status")).isEqualTo("SIGNED_FOR");
        assertThat(overdue.todos(URBAN_HEAD, letter)).isEmpty();

        var timeline = overdue.phone(URBAN_HEAD).get(overdue.matter().path() + "/timeline");
        assertThat(timeline.body().toString()).contains("CHASE_LETTER");
    }

    @Test
    void withdrawsAYellowCardOnAnObjectionThatTheDirectorDecides() {
        var given = overdue.card("YELLOW_CARD", SUPERVISION_CHIEF).expect(201);
        var card = "/warning-cards/" + given.id();
        assertThat(given.text("number")).matches("南督黄〔%d〕\\d+号".formatted(year()));
        assertThat(overdue.lists(URBAN_LIAISON, card)).isTrue();
        assertThat(overdue.lists(DONGHU_LIAISON, card)).isFalse();
        assertThat(overdue.phone(DONGHU_LIAISON)
                        .get(overdue.matter().path() + "/timeline")
                        .body()
                        .toString())
                .as("a time line it shares")
                .doesNotContain("CARD");
        assertThat(overdue.see(URBAN_HEAD, card).body().get("legalActions").toString())
                .contains("OBJECT")
                .doesNotContain("WITHDRAW");
        overdue.step(URBAN_LIAISON, card, "receipts", "{}").expect(200);
        assertThat(overdue.todos(URBAN_LIAISON, card)).isEmpty();

        var objected = overdue.step(URBAN_HEAD, card, "objections", "{\"objection\": \"已于到期前办结,系统录入延误\"}")
                .expect(200);
        assertThat(objected.text("status")).isEqualTo("OBJECTED");
        assertThat(overdue.todos(DIRECTOR, card)).containsExactly("DECIDE_OBJECTION");
        var withdrawn = overdue.step(DIRECTOR, card, "rulings", "{\"verdict\": \"WITHDRAW\", \"ruling\": \"属实,撤销\"}")
                .expect(200);
        assertThat(withdrawn.text("status")).isEqualTo("WITHDRAWN");
        assertThat(overdue.todos(DIRECTOR, card)).isEmpty();
        assertThat(overdue.see(URBAN_HEAD, card).text("ruling"))
                .as("it stays in the log")
                .isEqualTo("属实,撤销");
    }

    @Test
    void upholdsACardAndEndsTheDispute() {
        var card = "/warning-cards/"
                + overdue.card("YELLOW_CARD", SUPERVISION_CHIEF).expect(201).id();
        overdue.step(URBAN_HEAD, card, "objections", "{\"objection\": \"不服\"}").expect(200);
        var upheld = overdue.step(DIRECTOR, card, "rulings", "{\"verdict\": \"UPHOLD\", \"ruling\": \"维持\"}")
                .expect(200);
        assertThat(upheld.text("status")).isEqualTo("UPHELD");
        overdue.step(URBAN_HEAD, card, "objections", "{\"objection\": \"再不服\"}").refused(409, "E_GEN_ILLEGAL_STATE");
        overdue.step(DIRECTOR, card, "rulings", "{\"verdict\": \"WITHDRAW\", \"ruling\": \"结论已被撤销\"}")
                .expect(200);
    }

    @Test
    void listsCardsByStateUnitAndMatterAPageAtATime() {
        overdue.card("YELLOW_CARD", SUPERVISION_CHIEF).expect(201);
        overdue.card("RED_CARD", SUPERVISION_CHIEF).expect(201);
        assertThat(listed(SUPERVISOR, "")).isEqualTo(2);
        assertThat(listed(SUPERVISOR, "&status=ISSUED")).isEqualTo(1);
        assertThat(listed(SUPERVISOR, "&status=ISSUED,PROPOSED")).isEqualTo(2);
        assertThat(listed(SUPERVISOR, "&unitId=" + URBAN)).as("what went to it").isEqualTo(1);
        assertThat(listed(SUPERVISOR, "&unitId=" + DONGHU)).isZero();
        assertThat(listed(URBAN_HEAD, "")).as("the unit sees no proposal").isEqualTo(1);
        var first = overdue.phone(SUPERVISOR).get(cards("&limit=1")).expect(200);
        var second = overdue.phone(SUPERVISOR)
                .get(cards("&limit=1&cursor=" + first.text("nextCursor")))
                .expect(200);
        assertThat(second.body().get("items").get(0).get("id"))
                .isNotEqualTo(first.body().get("items").get(0).get("id"));
        assertThat(second.text("nextCursor")).isEmpty();
    }

    private int listed(UUID person, String filter) {
        return overdue.phone(person)
                .get(cards(filter))
                .expect(200)
                .body()
                .get("items")
                .size();
    }

    private String cards(String filter) {
        return "/warning-cards?matterId=" + overdue.matterId() + filter;
    }

    @Test
    void repeatsAnAnswerUnderTheSameKeyAndRefusesAStaleVersion() {
        var proposed = overdue.chase(SUPERVISOR).expect(201);
        var letter = "/chase-letters/" + proposed.id();
        var key = UUID.randomUUID();
        var first = overdue.phone(DIRECTOR)
                .post(letter + "/signatures", 1, key, "{\"verdict\": \"SIGN\"}")
                .expect(200);
        var again = overdue.phone(DIRECTOR)
                .post(letter + "/signatures", 1, key, "{\"verdict\": \"SIGN\"}")
                .expect(200);
        assertThat(again.text("number")).isEqualTo(first.text("number"));
        overdue.phone(DIRECTOR)
                .post(letter + "/signatures", 1, "{\"verdict\": \"SIGN\"}")
                .refused(412, "E_GEN_STALE_VERSION");
    }
}
