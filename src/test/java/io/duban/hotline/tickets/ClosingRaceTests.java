package io.duban.hotline.tickets;

import static io.duban.support.DemoDistrict.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.Phone;
import io.duban.support.ServerTest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;

/** What two officers do to the end of one ticket at the same moment. */
@ServerTest
class ClosingRaceTests {

    private static final String ANSWERED =
            "{\"outcome\":\"ANSWERED\",\"resolved\":\"YES\",\"satisfaction\":\"SATISFIED\"}";
    private static final String REDO = "{\"wishes\":\"夜里还在施工\",\"reasonable\":true}";

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    private ClosingSteps ticket;
    private long seen;

    @BeforeEach
    void pending() {
        ticket = ClosingSteps.dispatched(port).handedIn().passed();
        seen = ticket.version();
    }

    @Test
    void ofTwoCallBacksOneCloses() {
        var answers = together(
                () -> ticket.at(seen, CALLBACK_AGENT, "callbacks", ANSWERED),
                () -> ticket.at(seen, CALLBACK_AGENT, "callbacks", ANSWERED));
        assertThat(answers).containsExactlyInAnyOrder(200, 412);
        assertThat(rounds()).isEqualTo(1);
    }

    @Test
    void aRedoAndACallBackDoNotBothHappen() {
        var answers = together(
                () -> ticket.at(seen, HOTLINE_AUDITOR, "redos", REDO),
                () -> ticket.at(seen, CALLBACK_AGENT, "callbacks", ANSWERED));
        assertThat(answers).containsExactlyInAnyOrder(200, 412);
        assertThat(rounds()).isEqualTo(1);
        assertThat(ticket.seenBy(DISPATCHER).text("status")).isIn("DISPATCHED", "CLOSED");
        assertThat(ticket.version()).isEqualTo(seen + 1);
    }

    @Test
    void ofTwoRedosOneBeginsARound() {
        var answers = together(
                () -> ticket.at(seen, HOTLINE_AUDITOR, "redos", REDO),
                () -> ticket.at(seen, HOTLINE_MANAGER, "redos", REDO));
        assertThat(answers).containsExactlyInAnyOrder(200, 412);
        assertThat(ticket.seenBy(DISPATCHER).body().get("round").asInt()).isEqualTo(2);
    }

    @SafeVarargs
    private static List<Integer> together(Supplier<Phone.Answer>... steps) {
        return Stream.of(steps).map(CompletableFuture::supplyAsync).toList().stream()
                .map(answer -> answer.join().status())
                .toList();
    }

    private long rounds() {
        return database.sql("select count(*) from hotline_round where ticket_id = $1")
                .bind(0, ticket.id())
                .map(row -> row.get(0, Long.class))
                .one()
                .block();
    }
}
