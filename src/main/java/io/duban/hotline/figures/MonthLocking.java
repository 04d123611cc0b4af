package io.duban.hotline.figures;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.commands.Commands;
import io.duban.platform.commands.Outcome;
import io.duban.platform.jobs.Job;
import io.duban.platform.statistics.PeriodLock;
import io.duban.platform.statistics.Question;
import io.r2dbc.postgresql.codec.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Writes down how each month stood, once it is locked; after a standstill the last ones too. Several instances may come at once: a month is there once. */
@Configuration(proxyBeanMethods = false)
class MonthLocking {

    private static final int MOST_MISSED = 3;
    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

    private static final String KNOWN = "select exists (select from hotline_locked_month where month = :month)";

    private final HotlineMetrics metrics;
    private final PeriodLock lock;
    private final Commands commands;
    private final DatabaseClient database;
    private final JsonMapper json;
    private final Clock clock;

    MonthLocking(
            HotlineMetrics metrics,
            PeriodLock lock,
            Commands commands,
            DatabaseClient database,
            JsonMapper json,
            Clock clock) {
        this.metrics = metrics;
        this.lock = lock;
        this.commands = commands;
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    @Bean
    Job hotlineMonthLockingJob(@Value("${duban.statistics.lock-every:10m}") Duration every) {
        return new Job("the lock of the hotline's months", every, this::lockMonths);
    }

    Mono<Void> lockMonths() {
        var now = YearMonth.from(LocalDate.ofInstant(clock.instant(), OFFICE));
        return Flux.range(1, MOST_MISSED)
                .map(now::minusMonths)
                .concatMap(this::lock)
                .then();
    }

    /** Nothing before its time, and nothing a second time. */
    Mono<Void> lock(YearMonth month) {
        return commands.unattended(
                "lockHotlineMonth",
                lock.of(month)
                        .filter(lockedFrom -> !clock.instant().isBefore(lockedFrom))
                        .filterWhen(lockedFrom -> isUnknown(month))
                        .flatMap(lockedFrom -> stood(month, lockedFrom)));
    }

    private Mono<Boolean> isUnknown(YearMonth month) {
        return database.sql(KNOWN)
                .bind("month", month.atDay(1))
                .mapValue(Boolean.class)
                .one()
                .map(known -> !known);
    }

    private Mono<Outcome<LockedMonth>> stood(YearMonth month, Instant lockedFrom) {
        return metrics.asOf(Question.ofEverything(MonthFigures.period(month), lockedFrom))
                .collectList()
                .map(measures -> Outcome.created(new LockedMonth(
                        UuidCreator.getTimeOrderedEpoch(),
                        1,
                        month.atDay(1),
                        lockedFrom,
                        clock.instant(),
                        Json.of(json.writeValueAsBytes(measures)))));
    }
}
