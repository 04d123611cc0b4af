package io.duban.networks;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.DemoDistrict;
import io.duban.support.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.junit.jupiter.api.Test;

/** The product is stopped and started again, and phones that follow it do not lose a word. Without TLS it speaks HTTP/2 to whoever knows beforehand (h2c). */
class RestartTests {

    private final TestDatabase database = TestDatabase.create();

    @Test
    void isToldAndOutlivedOverBothProtocols() throws Exception {
        var cleartext2 = new OkHttpClient.Builder()
                .protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE))
                .readTimeout(45, TimeUnit.SECONDS)
                .build();
        try (var first = start();
                var line = new BadLine(first.port());
                var line2 = new BadLine(first.port())) {
            var office = new Office(first.port());
            try (var one = OkHttpPhone.of(line.port(), office.start()).opened();
                    var two = OkHttpPhone.over(
                                    cleartext2,
                                    "http://127.0.0.1:" + line2.port(),
                                    office.start(),
                                    DemoDistrict.DISPATCHER)
                            .opened()) {
                office.takeCalls(3, Duration.ZERO);
                one.heard.await("three calls", () -> one.heard.events() >= 3);

                System.out.printf("stopped in %d ms%n", first.stop().toMillis());
                one.heard.awaitWord("server.closing", 1);
                two.heard.awaitWord("server.closing", 1);

                try (var second = start()) {
                    line.leadTo(second.port());
                    line2.leadTo(second.port());
                    var again = office.movedTo(second.port());
                    again.takeCalls(3, Duration.ZERO);
                    one.heard.awaitWord("stream.opened", 2);
                    two.heard.awaitWord("stream.opened", 2);

                    assertThat(again.log()).hasSizeGreaterThanOrEqualTo(6);
                    one.heard.isExactly(again::log);
                    two.heard.isExactly(again::log);
                }
            }
        }
    }

    private ProductProcess start() throws Exception {
        return ProductProcess.on(database, "--server.http2.enabled=true", "--duban.realtime.heartbeat=300ms");
    }
}
