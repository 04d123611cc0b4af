package io.duban.networks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** LaunchDarkly's client for Android and Java, unchanged, over HTTP/1.1 and a line that does not hold. */
@ImpatientServer
class OkHttpEventSourceTests {

    @LocalServerPort
    int port;

    @Test
    void losesAndDoublesNothingAcrossCutsAndTheEndOfTheStream() throws Exception {
        var office = new Office(port);
        try (var line = new BadLine(port);
                var phone = OkHttpPhone.of(line.port(), office.start())) {
            phone.opened();
            var enough = new AtomicBoolean();
            var calls = office.takeCallsUntil(enough::get, Duration.ofMillis(100));
            try {
                for (int cut = 1; cut <= 3; cut++) {
                    var before = phone.heard.events();
                    phone.heard.await("some events", () -> phone.heard.events() > before);
                    line.cut();
                    phone.heard.awaitWord("stream.opened", 1 + cut);
                }
            } finally {
                enough.set(true);
            }
            calls.get(60, TimeUnit.SECONDS);
            phone.heard.awaitWord("stream.renew", 1);
            office.takeCalls(3, Duration.ZERO);

            phone.heard.isExactly(office::log);
            assertThat(phone.heard.words()).doesNotContain("stream.reset");
            assertThat(line.accepted()).hasSizeGreaterThanOrEqualTo(5);
            System.out.printf(
                    "okhttp-eventsource: %d events over %d connections, 0 lost, 0 doubled%n",
                    phone.heard.events(), line.accepted().size());
        }
    }

    @Test
    void staysAwayForAsLongAsTheStreamTold() throws Exception {
        try (var line = new BadLine(port);
                var phone = OkHttpPhone.of(line.port(), "")) {
            phone.opened();
            assertThat(phone.pauseMillis()).isEqualTo(2000);
            line.cut();
            phone.heard.awaitWord("stream.opened", 2);

            // Told 2 s, of which it takes up to a half off at random; by itself it would be there after a millisecond.
            var back = line.accepted();
            assertThat(Duration.between(back.get(0), back.get(1))).isGreaterThan(Duration.ofMillis(950));
        }
    }

    /** No byte for a while, though a heartbeat was due: the rule for clients in api/realtime.yaml, here with its 45 s cut to 2. */
    @Test
    void noticesALineThatForgotIt() throws Exception {
        var office = new Office(port);
        try (var line = new BadLine(port);
                var phone = OkHttpPhone.of(line.port(), office.start())) {
            phone.opened();
            office.takeCalls(2, Duration.ZERO);
            phone.heard.await("the first two", () -> phone.heard.events() >= 2);
            line.forget();
            office.takeCalls(3, Duration.ZERO);

            phone.heard.awaitWord("stream.opened", 2);
            phone.heard.isExactly(office::log);
            assertThat(phone.faults).isNotEmpty();
        }
    }

    @Test
    void isKeptFromTakingAQuietLineForADeadOneByHeartbeats() {
        try (var phone = OkHttpPhone.of(port, "")) {
            phone.opened();
            Heard.pause(Duration.ofSeconds(4)); // twice its own patience

            phone.heard.await("six heartbeats", () -> phone.comments.size() > 5);
            assertThat(phone.faults).isEmpty();
            assertThat(phone.heard.times("stream.opened")).isOne();
        }
    }
}
