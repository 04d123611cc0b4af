package io.duban.platform.clocks;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.calendar.AlertLight;
import io.duban.platform.commands.Command;
import io.duban.platform.events.Audience;
import io.duban.platform.events.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * The State Council's notice of one year's holidays, as it was loaded.
 *
 * @param revision n of the calendar version {@code 2026.n}; a correction makes the next one
 * @param number of the notice; null when it was not given
 * @param issuedOn null for the notices the product came with and whose day is not known
 */
@Table("work_calendar_notice")
record CalendarNotice(
        @Id UUID id,
        long version,
        int year,
        int revision,
        String title,
        @Nullable String number,
        @Nullable LocalDate issuedOn,
        Instant importedAt,
        @Nullable UUID importedBy)
        implements Subject {

    static final String SUBJECT_TYPE = "calendar.year";

    /** What a notice says of itself. */
    record Heading(String title, @Nullable String number, LocalDate issuedOn) {}

    static CalendarNotice imported(int year, Heading heading, Command command) {
        return of(UuidCreator.getTimeOrderedEpoch(), 1, year, 1, heading, command);
    }

    CalendarNotice corrected(Heading heading, Command command) {
        return of(id, version + 1, year, revision + 1, heading, command);
    }

    /** Something was decided that rests on it. */
    CalendarNotice next() {
        return new CalendarNotice(id, version + 1, year, revision, title, number, issuedOn, importedAt, importedBy);
    }

    String calendarVersion() {
        return year + "." + revision;
    }

    @Override
    public String subjectType() {
        return SUBJECT_TYPE;
    }

    @Override
    public String state() {
        return "LOADED";
    }

    @Override
    public Audience audience() {
        return new Audience("calendar:read", Set.of(), Set.of());
    }

    @Override
    public @Nullable Instant dueAt() {
        return null;
    }

    @Override
    public AlertLight light(Instant now) {
        return AlertLight.NONE;
    }

    private static CalendarNotice of(UUID id, long version, int year, int revision, Heading heading, Command command) {
        return new CalendarNotice(
                id,
                version,
                year,
                revision,
                heading.title(),
                heading.number(),
                heading.issuedOn(),
                command.now(),
                command.actor().id());
    }
}
