package io.duban.platform.clocks;

import io.duban.platform.calendar.Arrangement;
import io.duban.platform.clocks.CalendarNotice.Heading;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.identity.Role;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Loads the notice of a year, or a correction of it. What open clocks make of it follows by itself. */
@Component
class CalendarImporting {

    /** The version of a year whose notice is not loaded. */
    static final long NOTHING = 0;

    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

    private final CalendarNotices notices;

    CalendarImporting(CalendarNotices notices) {
        this.notices = notices;
    }

    /** Refused with {@code E_GEN_SCOPE} for anybody but the office director, with {@code E_GEN_STALE_VERSION} when the year is not as it was seen, with {@code E_GEN_VALIDATION} for a notice of the future. */
    Mono<Outcome<CalendarNotice>> load(Heading heading, Arrangement arrangement, Command command) {
        requireDirector(command);
        if (heading.issuedOn().isAfter(today(command))) {
            throw Refusal.invalid("/notice/issuedOn", "发文日期不能晚于今天。", "A notice is not of a day to come.");
        }
        return notices.findByYear(arrangement.year())
                .map(loaded -> {
                    requireSeen(loaded.version(), command);
                    return Outcome.changed(loaded.corrected(heading, command));
                })
                .switchIfEmpty(Mono.fromSupplier(() -> {
                    requireSeen(NOTHING, command);
                    return Outcome.created(CalendarNotice.imported(arrangement.year(), heading, command));
                }))
                .map(outcome -> {
                    CalendarDay.of(arrangement, outcome.subject().calendarVersion())
                            .forEach(outcome::inserting);
                    return outcome.announcing("imported", Priority.INFO, command.now());
                });
    }

    private static LocalDate today(Command command) {
        return LocalDate.ofInstant(command.now(), OFFICE);
    }

    /** Deputies share the office director's row of the matrix, and the calendar is not theirs. */
    static void requireDirector(Command command) {
        if (!command.officer().has(Role.OFFICE_DIRECTOR)) {
            throw Refusal.of(
                    RefusalCode.E_GEN_SCOPE,
                    "工作日历由办公室主任载入和决定。",
                    "The calendar is the office director's to load and to decide.");
        }
    }

    static void requireSeen(long version, Command command) {
        if (command.seenVersion() != version) {
            throw Refusal.stale(version);
        }
    }
}
