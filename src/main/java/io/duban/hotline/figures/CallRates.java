package io.duban.hotline.figures;

import io.duban.platform.statistics.Cohort;
import io.duban.platform.statistics.Measure;
import io.duban.platform.statistics.Measure.About;
import io.duban.platform.statistics.Question;
import io.duban.platform.statistics.Rate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** How the telephone was answered, as the exchanges count it; told to who reaches everything, once their days are imported. */
@Component
class CallRates {

    private static final String COUNTED = """
            select coalesce(sum(offered), 0) as offered, coalesce(sum(connected), 0) as connected, coalesce(sum(answered_in_15s), 0) as in_15s
            from (
                select distinct on (source, day) * from hotline_call_day
                where day >= :from and day < :to and imported_at <= :now order by source, day, source_version desc) newest
            having count(*) > 0""";

    private final DatabaseClient database;

    CallRates(DatabaseClient database) {
        this.database = database;
    }

    record Calls(long offered, long connected, long in15s) {}

    /** {@code hot.connectionRate} (接通率): connected / offered. {@code hot.answeredIn15Seconds} (15 秒接听率): answered within 15 s / connected. */
    Flux<Measure> measures(Question question) {
        if (!question.zone().everything() || question.unitId() != null) {
            return Flux.empty();
        }
        return database.sql(COUNTED)
                .bind("from", question.period().from())
                .bind("to", question.period().to())
                .bind("now", question.now())
                .map(row -> new Calls(
                        number(row.get("offered", Long.class)),
                        number(row.get("connected", Long.class)),
                        number(row.get("in_15s", Long.class))))
                .all()
                .flatMapIterable(calls -> List.of(
                        rate("hot.connectionRate", calls.connected(), calls.offered()),
                        rate("hot.answeredIn15Seconds", calls.in15s(), calls.connected())));
    }

    private static Measure rate(String metricId, long numerator, long denominator) {
        return Measure.rate(About.everything(metricId, Cohort.EVENT), Rate.of(numerator, denominator));
    }

    private static long number(@Nullable Long sum) {
        return sum == null ? 0 : sum;
    }
}
