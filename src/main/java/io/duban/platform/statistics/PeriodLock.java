package io.duban.platform.statistics;

import io.duban.platform.calendar.OfficeTime;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * When the figures of a month are locked (domain 0.6, rule 7): at the end of a working day of the next month, by default the fifth, by the calendar
 * as it is now. What is corrected later appears as an adjustment in the next period.
 */
@Component
public class PeriodLock {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

    private final OfficeTime time;
    private final int workingDay;

    PeriodLock(OfficeTime time, @Value("${duban.statistics.locked-after-working-days:5}") int workingDay) {
        this.time = time;
        this.workingDay = workingDay;
    }

    /** The month in whose figures an instant counts. */
    public static YearMonth monthOf(Instant instant) {
        return YearMonth.from(instant.atZone(OFFICE));
    }

    /** The first instant at which the figures of a month are locked. */
    public Mono<Instant> of(YearMonth month) {
        return time.workingDayAfter(month.atEndOfMonth(), workingDay)
                .map(day -> day.plusDays(1).atStartOfDay(OFFICE).toInstant());
    }

    /** The first instant at which the figures are locked in which something counts that happened at {@code instant}. */
    public Mono<Instant> after(Instant instant) {
        return of(monthOf(instant));
    }

    /** The question as it is answered: about a period whose last month is locked, as things stood then. */
    public Mono<Question> heldTo(Question question) {
        return of(YearMonth.from(question.period().to().minusDays(1)))
                .map(lockedFrom -> question.now().isBefore(lockedFrom) ? question : question.asOf(lockedFrom));
    }
}
