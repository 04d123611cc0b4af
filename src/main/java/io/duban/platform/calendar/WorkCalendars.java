package io.duban.platform.calendar;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/** Keeps the calendar and the rules in memory and asks the database, not too often, whether they have changed. */
@Component
class WorkCalendars {

    static final String FINGERPRINT = """
            select md5(concat_ws('|',
                (select string_agg(d::text, ',' order by d.day, d.version) from work_calendar_day d),
                (select string_agg(y::text, ',' order by y.year) from work_calendar_year y),
                (select string_agg(r::text, ',' order by r.rule_id, r.version) from deadline_rule r))) as fingerprint""";

    // One statement, hence one snapshot: a year must never be seen as loaded before its days are.
    static final String CALENDAR = """
            select d.day, d.kind, null::int as year, null as version
            from work_calendar_day d join work_calendar_year y on y.version = d.version
            union all
            select null, null, year, version from work_calendar_year""";

    static final String RULES = "select rule_id, version, step, unit, amount, cut_off, basis from deadline_rule";

    private static final Duration TRUST = Duration.ofSeconds(30);
    private static final Duration FOREVER = Duration.ofDays(1);

    private final DatabaseClient database;
    private final Mono<Edition> current;
    private volatile @Nullable Edition known;
    private volatile long askedAt = System.nanoTime();

    @Autowired
    WorkCalendars(DatabaseClient database) {
        this(database, TRUST);
    }

    WorkCalendars(DatabaseClient database, Duration trust) {
        this.database = database;
        // The answer is shared by all callers, so the asking must not run on the transaction of one of them.
        this.current = Mono.defer(this::newest)
                .contextWrite(ofFirstCaller -> Context.empty())
                .cacheInvalidateIf(edition -> System.nanoTime() - askedAt >= trust.toNanos());
    }

    /** What is known is asked for again at the next call. */
    void forget() {
        askedAt = System.nanoTime() - FOREVER.toNanos();
    }

    /** At most 30 s old. A failure to ask is not remembered: the next caller asks again. */
    Mono<Edition> current() {
        return current;
    }

    private Mono<Edition> newest() {
        long now = System.nanoTime();
        return fingerprint().flatMap(this::knownOrLoaded).doOnNext(edition -> {
            known = edition;
            askedAt = now;
        });
    }

    private Mono<String> fingerprint() {
        return database.sql(FINGERPRINT).map(row -> text(row, "fingerprint")).one();
    }

    // The fingerprint is older than what is loaded after it, so a change in between is noticed at the next check.
    private Mono<Edition> knownOrLoaded(String fingerprint) {
        Edition edition = known;
        if (edition != null && edition.fingerprint().equals(fingerprint)) {
            return Mono.just(edition);
        }
        return calendar().flatMap(calendar -> rules().map(rules -> new Edition(fingerprint, calendar, rules)));
    }

    private Mono<WorkCalendar> calendar() {
        return database.sql(CALENDAR)
                .map(WorkCalendars::entry)
                .all()
                .collectList()
                .map(WorkCalendars::calendarOf);
    }

    private Mono<List<DeadlineRule>> rules() {
        return database.sql(RULES).map(WorkCalendars::rule).all().collectList();
    }

    private static WorkCalendar calendarOf(List<Entry> entries) {
        Map<LocalDate, DayKind> marks = new HashMap<>();
        Map<Integer, String> versions = new HashMap<>();
        for (Entry entry : entries) {
            if (entry.day() != null) {
                marks.put(entry.day(), "OFF".equals(entry.kind()) ? DayKind.HOLIDAY : DayKind.MADE_UP);
            } else if (entry.year() != null && entry.version() != null) {
                versions.put(entry.year(), entry.version());
            }
        }
        return new WorkCalendar(marks, versions);
    }

    private static Entry entry(Readable row) {
        return new Entry(
                row.get("day", LocalDate.class),
                row.get("kind", String.class),
                row.get("year", Integer.class),
                row.get("version", String.class));
    }

    private static DeadlineRule rule(Readable row) {
        return new DeadlineRule(
                text(row, "rule_id"),
                number(row, "version"),
                text(row, "step"),
                DeadlineUnit.valueOf(text(row, "unit")),
                number(row, "amount"),
                CutOff.valueOf(text(row, "cut_off")),
                text(row, "basis"));
    }

    private static String text(Readable row, String column) {
        return String.valueOf(row.get(column, String.class));
    }

    private static int number(Readable row, String column) {
        Integer number = row.get(column, Integer.class);
        return number == null ? 0 : number;
    }

    /** A row of either table: a marked day, or a loaded year. */
    private record Entry(
            @Nullable LocalDate day,
            @Nullable String kind,
            @Nullable Integer year,
            @Nullable String version) {}
}
