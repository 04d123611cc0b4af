package io.duban.platform.clocks;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.problem.Refusal;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The office director decides whether clocks become shorter, all of a year at once or one by one. */
@Component
class ShorteningDeciding {

    /** The to-do, one for all clocks of a year. */
    static final String ACTION = "DECIDE_SHORTENING";

    private final CalendarNotices notices;
    private final Shortenings shortenings;

    ShorteningDeciding(CalendarNotices notices, Shortenings shortenings) {
        this.notices = notices;
        this.shortenings = shortenings;
    }

    /**
     * What was decided.
     *
     * @param deadlineIds empty for all that wait
     */
    record Decision(boolean accepted, List<UUID> deadlineIds) {}

    Mono<Outcome<CalendarNotice>> decide(int year, Decision decision, Command command) {
        CalendarImporting.requireDirector(command);
        return notices.findByYear(year)
                .switchIfEmpty(Mono.error(Refusal::notFound))
                .doOnNext(notice -> CalendarImporting.requireSeen(notice.version(), command))
                .zipWith(shortenings.of(year).collectList())
                .map(read -> decided(read.getT1(), read.getT2(), decision, command));
    }

    private static Outcome<CalendarNotice> decided(
            CalendarNotice notice, List<Shortening> waiting, Decision decision, Command command) {
        if (waiting.isEmpty()) {
            throw Refusal.illegalState(ACTION, notice.state(), List.of());
        }
        var chosen = chosen(waiting, decision.deadlineIds());
        var outcome = Outcome.changed(notice.next())
                .recounting(chosen.stream()
                        .map(shortening -> decision.accepted() ? shortening.accepted() : shortening.refused())
                        .toList())
                .announcing("shorteningDecided", Priority.INFO, command.now());
        return chosen.size() == waiting.size() ? outcome.closing(ACTION) : outcome;
    }

    private static List<Shortening> chosen(List<Shortening> waiting, List<UUID> ids) {
        if (ids.isEmpty()) {
            return waiting;
        }
        for (int place = 0; place < ids.size(); place++) {
            var id = ids.get(place);
            if (waiting.stream().noneMatch(one -> one.deadlineId().equals(id))) {
                throw Refusal.invalid(
                        "/deadlineIds/" + place, "这个时限没有待定的缩短。", "Nothing waits to be decided about this deadline.");
            }
        }
        return waiting.stream().filter(one -> ids.contains(one.deadlineId())).toList();
    }
}
