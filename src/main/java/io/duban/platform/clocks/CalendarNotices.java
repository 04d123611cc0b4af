package io.duban.platform.clocks;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.data.r2dbc.repository.Query;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The notices that are loaded, and the days they name. */
interface CalendarNotices extends Repository<CalendarNotice, UUID> {

    Mono<CalendarNotice> findByYear(int year);

    /** The one loaded last comes first. */
    @Query("select * from work_calendar_notice order by imported_at desc, year desc")
    Flux<CalendarNotice> all();

    @Query("select day from work_calendar_day where version = :version and kind = :kind order by day")
    Flux<LocalDate> days(String version, String kind);
}
