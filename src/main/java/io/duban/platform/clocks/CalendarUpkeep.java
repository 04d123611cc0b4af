package io.duban.platform.clocks;

import io.duban.platform.calendar.OpenClock;
import io.duban.platform.calendar.Recount;
import io.duban.platform.calendar.Recounter;
import io.duban.platform.calendar.Recounting;
import io.duban.platform.commands.Commands;
import io.duban.platform.commands.Outcome;
import io.duban.platform.identity.Role;
import io.duban.platform.jobs.Job;
import io.duban.platform.todos.Assignee;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/**
 * Counts open clocks anew when the calendar of a year was loaded or corrected, batch by batch until none is left. What was not reached before a
 * crash is found again, since a clock says by which calendar it was counted; of several instances the first wins, since a clock is only changed
 * while it is as it was seen.
 */
@Configuration(proxyBeanMethods = false)
class CalendarUpkeep {

    private static final String ACTION = "recountDeadlines";
    private static final int BATCH = 200;

    private final OpenClocks clocks;
    private final Recounting recounting;
    private final CalendarNotices notices;
    private final Shortenings shortenings;
    private final Commands commands;

    CalendarUpkeep(
            OpenClocks clocks,
            Recounting recounting,
            CalendarNotices notices,
            Shortenings shortenings,
            Commands commands) {
        this.clocks = clocks;
        this.recounting = recounting;
        this.notices = notices;
        this.shortenings = shortenings;
        this.commands = commands;
    }

    @Bean
    Job calendarUpkeepJob(@Value("${duban.clocks.recount-every}") Duration every) {
        return new Job("the upkeep of deadlines", every, this::recount);
    }

    Mono<Void> recount() {
        return Mono.defer(() -> {
            var more = new AtomicBoolean();
            return commands.unattended(ACTION, batch(more)).repeat(more::get).then(shortenings.closeDecided());
        });
    }

    private Mono<Outcome<CalendarNotice>> batch(AtomicBoolean more) {
        return clocks.outdated(BATCH)
                .zipWith(recounting.recounter(), CalendarUpkeep::recounted)
                .doOnNext(recounts -> more.set(!recounts.isEmpty()))
                .filter(recounts -> !recounts.isEmpty())
                .flatMap(this::outcome);
    }

    /** While this instance knows only the calendar before, there is nothing new to be said of a clock; the next run knows better. */
    private static List<Recount> recounted(List<OpenClock> found, Recounter recounter) {
        return found.stream()
                .map(recounter::recount)
                .filter(Recount::isByAnotherCalendar)
                .toList();
    }

    private Mono<Outcome<CalendarNotice>> outcome(List<Recount> recounts) {
        var undecided = recounts.stream()
                .map(Recount::shorter)
                .filter(Objects::nonNull)
                .map(Recount.Shorter::year)
                .collect(Collectors.toSet());
        return notices.all()
                .collectList()
                .map(loaded -> loaded.stream()
                        .filter(notice -> undecided.contains(notice.year()))
                        .map(CalendarUpkeep::toBeDecided)
                        .reduce(
                                Outcome.about(loaded.get(0)).recounting(recounts),
                                Outcome::including,
                                (one, other) -> one));
    }

    private static Outcome<CalendarNotice> toBeDecided(CalendarNotice notice) {
        return Outcome.about(notice).opening(ShorteningDeciding.ACTION, Assignee.holders(Role.OFFICE_DIRECTOR), null);
    }
}
