package io.duban.platform.retention;

import static io.duban.support.DemoDistrict.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.duban.support.EventStream;
import io.duban.support.LoggedEvents;
import io.duban.support.Phone;
import io.duban.support.ServerTest;
import io.duban.support.TestDatabase;
import io.duban.support.TestTokens;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** What has left the log is never passed over in silence: neither by a stream nor by a figure. */
@ServerTest
@TestPropertySource(properties = {"duban.realtime.tail=64", "duban.realtime.per-client=1000"})
class LogBeginningTests {

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    @Autowired
    LogUpkeep upkeep;

    @Test
    void aCursorOfAPartitionThatLeftIsAnsweredWithAResetAndNeverWithAGap() {
        var cursor = sync("").text("cursor");
        var old = OldYear.of(database);
        old.event("missed");
        for (int i = 0; i < 200; i++) {
            LoggedEvents.hotline("recent").write(database);
        }
        upkeep.run().block();
        assertThat(old.isAttached(KeptLog.EVENTS)).isFalse();

        assertThat(sync("&since=" + cursor).body().get("reset").asBoolean()).isTrue();
        try (var stream = EventStream.resume(port, "/v1/events?streams=hotline", TestTokens.of(DISPATCHER), cursor)) {
            var first = stream.next(Duration.ofSeconds(40));
            assertThat(first.event()).isEqualTo("stream.reset");
            assertThat(JsonPath.<String>read(first.data(), "$.reason")).isEqualTo("expired");
        }
    }

    @Test
    void figuresOfATimeThatLeftAreRefusedAndNotTooSmall() {
        var old = OldYear.of(database);
        old.event("counted once");
        upkeep.run().block();
        Phone.desktop(port, DIRECTOR)
                .get("/statistics/hotline?from=%1$d-01-01&to=%1$d-02-01".formatted(old.year()))
                .refused(400, "E_GEN_VALIDATION");
        Phone.desktop(port, DIRECTOR)
                .get("/statistics/hotline?from=2026-01-01&to=2026-02-01")
                .expect(200);
    }

    private Phone.Answer sync(String more) {
        return Phone.of(port, DISPATCHER).get("/sync?streams=hotline" + more).expect(200);
    }
}
