package io.duban.supervision.conclusions;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.platform.calendar.Deadlines;
import io.duban.support.ServerTest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The 30 days of art. 17 are natural days; a last day off moves to the next working day (domain 0.3). */
@ServerTest
class ObjectionDeadlineTests {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

    @Autowired
    Deadlines deadlines;

    /** In 2026 the 1st to the 7th of October are off, and Saturday the 10th is worked. */
    @ParameterizedTest
    @CsvSource({
        "2026-08-31T09:00, 2026-09-30",
        "2026-09-01T09:00, 2026-10-08",
        "2026-09-04T23:59, 2026-10-08",
        "2026-09-07T00:00, 2026-10-08",
        "2026-09-08T09:00, 2026-10-08",
        "2026-09-10T09:00, 2026-10-10",
        "2026-09-11T09:00, 2026-10-12",
        "2026-09-26T10:00, 2026-10-26"
    })
    void endsAtTheEndOfAWorkingDay(LocalDateTime received, LocalDate lastDay) {
        for (var rule : new String[] {"SUP_OBJECT", "SUP_OBJECT_DECIDE"}) {
            var due = deadlines
                    .start(
                            rule,
                            "test",
                            UUID.randomUUID(),
                            "TEST",
                            received.atZone(OFFICE).toInstant())
                    .block();
            assertThat(due.currentDueAt())
                    .isEqualTo(lastDay.plusDays(1).atStartOfDay(OFFICE).toInstant());
        }
    }
}
