package io.duban.platform.clocks;

import io.duban.platform.calendar.Arrangement;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A year's calendar as the database has it now. */
@Component
class CalendarReading {

    private final CalendarNotices notices;
    private final Shortenings shortenings;

    CalendarReading(CalendarNotices notices, Shortenings shortenings) {
        this.notices = notices;
        this.shortenings = shortenings;
    }

    /**
     * A year.
     *
     * @param notice null while it is not loaded: then the arrangement is supposed
     * @param undecided how many clocks wait for a decision whether they may become shorter by it; null when that was not looked up
     */
    record CalendarYear(
            Arrangement arrangement,
            @Nullable CalendarNotice notice,
            @Nullable Long undecided) {

        String version() {
            return notice == null ? arrangement.year() + ".0" : notice.calendarVersion();
        }

        long seen() {
            return notice == null ? CalendarImporting.NOTHING : notice.version();
        }
    }

    Mono<CalendarYear> of(int year) {
        return notices.findByYear(year)
                .flatMap(this::loaded)
                .defaultIfEmpty(new CalendarYear(Arrangement.supposed(year), null, 0L));
    }

    private Mono<CalendarYear> loaded(CalendarNotice notice) {
        return Mono.zip(
                        notices.days(notice.calendarVersion(), CalendarDay.OFF).collectList(),
                        notices.days(notice.calendarVersion(), CalendarDay.WORK).collectList(),
                        shortenings.count(notice.year()))
                .map(read -> new CalendarYear(
                        new Arrangement(notice.year(), new HashSet<>(read.getT1()), new HashSet<>(read.getT2())),
                        notice,
                        read.getT3()));
    }
}
