package io.duban.networks;

import static io.duban.support.DemoDistrict.HOUSING_BUREAU;
import static io.duban.support.DemoDistrict.LEADER;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.LoggedEvents;
import io.duban.support.TestDatabase;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A phone in a pocket takes nothing from its socket for a while; by the clocks here the product waits 3 s for it, not 30. */
@ImpatientServer
class SleepingPhoneTests {

    private static final String LONG = "字".repeat(4000);
    private static final int MORE_THAN_SOCKETS_HOLD = 700;

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    @Test
    void goesOnWhereItFellAsleep() throws Exception {
        var office = new Office(port);
        try (var line = new BadLine(port);
                var phone = sleeper(line, office)) {
            line.sleep();
            office.takeCalls(5, Duration.ZERO);
            Heard.pause(Duration.ofSeconds(1));
            line.wake();

            phone.heard.isExactly(office::log);
            assertThat(line.accepted()).hasSize(1);
        }
    }

    @Test
    void isGivenUpWhenItSleepsTooLongAndResumesByItsCursor() throws Exception {
        var office = new Office(port);
        try (var line = new BadLine(port);
                var phone = sleeper(line, office)) {
            line.sleep();
            try (var connection = database.connect()) {
                for (int i = 0; i < MORE_THAN_SOCKETS_HOLD; i++) {
                    LoggedEvents.hotline(LONG).of(HOUSING_BUREAU).write(connection);
                }
            }
            office.takeCalls(2, Duration.ZERO);
            Heard.pause(Duration.ofSeconds(5));
            line.wake();

            phone.heard.isExactly(office::log);
            assertThat(line.accepted()).hasSizeGreaterThan(1);
        }
    }

    private static OkHttpPhone sleeper(BadLine line, Office office) {
        return OkHttpPhone.of(
                        "http://127.0.0.1:" + line.port(),
                        office.start(),
                        LEADER,
                        way -> way.readTimeout(30, TimeUnit.SECONDS))
                .opened();
    }
}
