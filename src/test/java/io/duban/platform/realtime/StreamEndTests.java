package io.duban.platform.realtime;

import static io.duban.support.DemoDistrict.*;
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
import org.springframework.test.context.TestPropertySource;

/** How streams beat and end, with the times shortened. */
@ServerTest
@TestPropertySource(properties = {"duban.realtime.heartbeat=300ms", "duban.realtime.lifetime=12s"})
class StreamEndTests {

    private static final Duration SOON = Duration.ofSeconds(6);
    private static final Duration QUIET = Duration.ofSeconds(1);

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    @Test
    void beats() throws InterruptedException {
        try (var stream = open("me", TestTokens.of(DIRECTOR))) {
            Thread.sleep(2000);
            assertThat(stream.comments()).hasSizeBetween(2, 8);
        }
    }

    @Test
    void endsWithItsToken() {
        try (var stream = open("me", TestTokens.of(HOUSING_LIAISON, TestTokens.PHONE, Duration.ofSeconds(3)))) {
            assertThat(stream.next(SOON).event()).isEqualTo("auth.expired");
            assertThat(EventStream.isEnd(stream.next(SOON))).isTrue();
        }
    }

    @Test
    void endsAfterItsLifetimeAndCarriesACursorForTheNext() {
        try (var stream = open("me", TestTokens.of(HOUSING_LIAISON))) {
            LoggedEvents.hotline("not mine").to(URBAN_LIAISON).write(database);
            var renew = stream.next(Duration.ofSeconds(14));
            assertThat(renew.event()).isEqualTo("stream.renew");
            assertThat(EventStream.isEnd(stream.next(SOON))).isTrue();

            LoggedEvents.hotline("in between").to(HOUSING_LIAISON).write(database);
            try (var next = EventStream.resume(port, "/v1/events", TestTokens.of(HOUSING_LIAISON), renew.id())) {
                next.next(SOON);
                assertThat(title(next.next(SOON))).isEqualTo("in between");
            }
        }
    }

    @Test
    void tellsAPersonWhoWasMovedNothingMoreOfTheOldUnit() throws InterruptedException {
        try (var stream = open("hotline", TestTokens.of(URBAN_LIAISON))) {
            LoggedEvents.hotline("while there").of(URBAN_BUREAU).write(database);
            assertThat(title(stream.next(SOON))).isEqualTo("while there");

            database.execute("update post set organization_id = '%s' where person_id = '%s'"
                    .formatted(HOUSING_BUREAU, URBAN_LIAISON));
            Thread.sleep(3000); // five seconds are promised
            LoggedEvents.hotline("after he left").of(URBAN_BUREAU).write(database);
            LoggedEvents.hotline("where he is now").of(HOUSING_BUREAU).write(database);

            assertThat(title(stream.next(SOON))).isEqualTo("where he is now");
            assertThat(stream.poll(QUIET)).isNull();
        } finally {
            database.execute("update post set organization_id = '%s' where person_id = '%s'"
                    .formatted(URBAN_BUREAU, URBAN_LIAISON));
        }
    }

    @Test
    void endsTheStreamOfAPersonWhoIsDisabled() {
        try (var stream = open("me", TestTokens.of(URBAN_HEAD))) {
            database.execute("update person set enabled = false where id = '%s'".formatted(URBAN_HEAD));

            assertThat(stream.next(Duration.ofSeconds(5)).event()).isEqualTo("auth.expired");
            assertThat(EventStream.isEnd(stream.next(SOON))).isTrue();
        } finally {
            database.execute("update person set enabled = true where id = '%s'".formatted(URBAN_HEAD));
        }
    }

    private EventStream open(String streams, String token) {
        var stream = EventStream.open(port, "/v1/events?streams=" + streams, token);
        assertThat(stream.next(SOON).event()).isEqualTo("stream.opened");
        return stream;
    }

    private static String title(EventStream.Message message) {
        return JsonPath.read(message.data(), "$.data.title");
    }
}
