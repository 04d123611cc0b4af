package io.duban.supervision.notices;

import static io.duban.supervision.Caller.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.platform.commands.Commands;
import io.duban.support.Phone.Answer;
import io.duban.support.ServerTest;
import io.duban.support.TestDatabase;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What may collide, collides. */
@ServerTest
class NoticeRaceTests {

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    @Autowired
    AssignmentStandings standings;

    @Autowired
    CardIssuing issuing;

    @Autowired
    Commands commands;

    @Autowired
    Clock clock;

    @Test
    void numbersCardsOfAYearWithoutAGap() {
        var overdue = Stream.generate(() -> new Overdue(port, database).since(1))
                .limit(6)
                .toList();
        var numbers = together(overdue.stream()
                        .<Supplier<Answer>>map(one -> () -> one.card("YELLOW_CARD", SUPERVISION_CHIEF))
                        .toList())
                .stream()
                .map(answer -> Overdue.number(answer.expect(201)))
                .sorted()
                .toList();
        assertThat(numbers).doesNotHaveDuplicates();
        assertThat(numbers.get(5) - numbers.get(0)).isEqualTo(5);
    }

    @Test
    void letsOneOfTwoCardsAndOneOfTwoLettersThrough() {
        var overdue = new Overdue(port, database).since(1);
        var cards = together(List.of(
                () -> overdue.card("YELLOW_CARD", SUPERVISION_CHIEF),
                () -> overdue.card("YELLOW_CARD", SUPERVISION_CHIEF)));
        assertThat(cards).extracting(Answer::status).containsExactlyInAnyOrder(201, 409);
        var letters = together(List.of(() -> overdue.chase(SUPERVISOR), () -> overdue.chase(SUPERVISION_CHIEF)));
        assertThat(letters).extracting(Answer::status).containsExactlyInAnyOrder(201, 429);
    }

    /** Two instances look at the same moment, and again later; a withdrawn card does not come back by itself. */
    @Test
    void givesOneYellowCardForEachClockThatTurnedRed() {
        var overdue = new Overdue(port, database);
        sweepTwice();
        assertThat(cards(overdue)).as("before the red light").isEmpty();
        overdue.since(1);
        sweepTwice();
        sweepTwice();
        var given = cards(overdue);
        assertThat(given).hasSize(1);
        var card = "/warning-cards/" + given.get(0);
        var seen = overdue.see(URBAN_HEAD, card).expect(200);
        assertThat(seen.text("status")).isEqualTo("ISSUED");
        assertThat(seen.text("proposedById")).as("nobody gave it").isEmpty();
        assertThat(overdue.todos(URBAN_LIAISON, card)).containsExactly("SIGN_FOR");

        overdue.step(DIRECTOR, card, "rulings", "{\"verdict\": \"WITHDRAW\", \"ruling\": \"误发\"}")
                .expect(200);
        sweepTwice();
        assertThat(cards(overdue)).hasSize(1);
    }

    @Test
    void hearsTwoUnitsAtTheSameMoment() {
        var overdue = new Overdue(port, database);
        var bulletin = "/supervision-bulletins/"
                + overdue.phone(SUPERVISOR)
                        .post("/supervision-bulletins", """
                                {"title": "通报", "text": "两家逾期", "tone": "CRITICISE", "namedUnitIds": ["%s", "%s"]}""".formatted(URBAN, DONGHU))
                        .expect(201)
                        .id();
        overdue.step(SUPERVISION_CHIEF, bulletin, "submissions", "{}").refused(400, "E_GEN_VALIDATION");
        overdue.step(SUPERVISOR, bulletin, "texts", """
                {"title": "通报", "text": "两家逾期", "tone": "CRITICISE", "namedUnitIds": ["%1$s", "%2$s"], "recipientUnitIds": ["%1$s"]}""".formatted(URBAN, DONGHU))
                .expect(200);
        overdue.step(SUPERVISION_CHIEF, bulletin, "submissions", "{}").expect(200);
        overdue.step(DIRECTOR, bulletin, "hearings", "{}").expect(200);
        var comment = "{\"unitId\": \"%s\", \"comment\": \"无意见\"}";
        var said = together(List.of(
                () -> overdue.phone(URBAN_HEAD).post(bulletin + "/comments", comment.formatted(URBAN)),
                () -> overdue.phone(DONGHU_HEAD).post(bulletin + "/comments", comment.formatted(DONGHU))));
        assertThat(said).extracting(Answer::status).containsOnly(200);
        assertThat(overdue.todos(LEADER, bulletin)).containsExactly("SIGN");
    }

    private void sweepTwice() {
        Mono.when(instance(), instance()).block();
    }

    private Mono<Void> instance() {
        return Mono.defer(() -> new YellowCardSweep(standings, issuing, commands, clock).sweep())
                .subscribeOn(Schedulers.boundedElastic());
    }

    private static List<String> cards(Overdue overdue) {
        var items = overdue.phone(SUPERVISION_CHIEF)
                .get("/warning-cards?limit=100&matterId=" + overdue.matterId())
                .expect(200)
                .body()
                .get("items");
        return items.valueStream().map(item -> item.get("id").asString()).toList();
    }

    private static List<Answer> together(List<Supplier<Answer>> calls) {
        var running = calls.stream().map(CompletableFuture::supplyAsync).toList();
        return running.stream().map(CompletableFuture::join).toList();
    }
}
