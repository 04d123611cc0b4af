package io.duban.platform.statistics;

import io.duban.platform.calendar.OfficeTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * When the figures of a month are locked (domain 0.6): at 24:00 of a working day of the next month, the fifth unless {@code
 * duban.statistics.lock-on-working-day} says otherwise. What is corrected later does not change them; it is told as an adjustment of the period it
 * was corrected in.
 */
@Component
public class PeriodLock {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

    private final OfficeTime time;
    private final int workingDay;

    PeriodLock(OfficeTime time, @Value("${duban.statistics.lock-on-working-day}") int workingDay) {
        this.time = time;
        this.workingDay = workingDay;
    }

    /** From when on the month is locked. */
    public Mono<Instant> of(YearMonth month) {
        return time.endOfWorkingDay(month.atEndOfMonth(), workingDay);
    }

    /** From when on the month in which something happened is locked. */
    public Mono<Instant> ofMonthOf(Instant happenedAt) {
        return of(YearMonth.from(LocalDate.ofInstant(happenedAt, OFFICE)));
    }

    /** Whether the month in which something happened is locked now. */
    public Mono<Boolean> isLocked(Instant happenedAt, Instant now) {
        return ofMonthOf(happenedAt).map(lockedAt -> !now.isBefore(lockedAt));
    }

    /** The question as it is answered: about a period whose last month is locked, as things stood then. */
    public Mono<Question> heldTo(Question question) {
        return of(YearMonth.from(question.period().to().minusDays(1)))
                .map(lockedAt -> question.now().isBefore(lockedAt) ? question : question.asOf(lockedAt));
    }
}
