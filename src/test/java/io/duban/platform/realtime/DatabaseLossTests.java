package io.duban.platform.realtime;

import static io.duban.support.DemoDistrict.HOUSING_HANDLER;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.duban.support.EventStream;
import io.duban.support.LoggedEvents;
import io.duban.support.ServerTest;
import io.duban.support.TestDatabase;
import io.duban.support.TestTokens;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

@ServerTest
@DirtiesContext
@TestPropertySource(properties = "duban.realtime.per-client=5")
class DatabaseLossTests {

    private static final Duration SOON = Duration.ofSeconds(10);

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    @Test
    void goesOnWhereItWasWhenEveryConnectionBroke() {
        try (var stream = open()) {
            for (int i = 0; i < 3; i++) {
                breakConnections();
                LoggedEvents.hotline("loss " + i).to(HOUSING_HANDLER).write(database);
                assertThat(title(stream.next(SOON))).isEqualTo("loss " + i);
            }
        }
    }

    @Test
    void noticesThatTheDatabaseIsAnotherOne() {
        try (var stream = open()) {
            LoggedEvents.hotline("before the restore").to(HOUSING_HANDLER).write(database);
            var cursor = stream.next(SOON).id();

            database.execute("update event_epoch set epoch = 'restored'");
            breakConnections();

            assertThat(stream.next(SOON).event()).isEqualTo("stream.renew");
            try (var back = EventStream.resume(port, "/v1/events", TestTokens.of(HOUSING_HANDLER), cursor)) {
                var reset = back.next(SOON);
                assertThat(reset.event()).isEqualTo("stream.reset");
                assertThat(reset.id()).startsWith("restored.");
                LoggedEvents.hotline("after the restore").to(HOUSING_HANDLER).write(database);
                assertThat(title(back.next(SOON))).isEqualTo("after the restore");
            }
        }
    }

    private EventStream open() {
        var stream = EventStream.open(port, "/v1/events", TestTokens.of(HOUSING_HANDLER));
        assertThat(stream.next(SOON).event()).isEqualTo("stream.opened");
        return stream;
    }

    private void breakConnections() {
        database.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                + " where datname = current_database() and pid <> pg_backend_pid()");
    }

    private static String title(EventStream.Message message) {
        return JsonPath.read(message.data(), "$.data.title");
    }
}
