package io.duban.hotline.tickets;

import io.duban.platform.calendar.AlertLight;
import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Permissions;
import io.duban.platform.statistics.Board;
import io.duban.platform.statistics.Figure;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Open, yellow and red tickets on the first screen. */
@Component
class HotlineFigures implements Board {

    private final TicketDesk desk;
    private final Permissions permissions;

    HotlineFigures(TicketDesk desk, Permissions permissions) {
        this.desk = desk;
        this.permissions = permissions;
    }

    @Override
    public Flux<Figure> figures(Officer officer, Instant now) {
        var reach = permissions.reach(officer, "ticket:list");
        if (reach.isNone()) {
            return Flux.empty();
        }
        return desk.board(reach.whole(), now)
                .flatMapIterable(counts -> List.of(
                        new Figure(
                                "hotline.open",
                                counts.stream()
                                        .mapToLong(TicketDesk.Count::count)
                                        .sum()),
                        new Figure("hotline.yellow", under(AlertLight.YELLOW, counts)),
                        new Figure("hotline.red", under(AlertLight.RED, counts))));
    }

    private static long under(AlertLight light, List<TicketDesk.Count> counts) {
        return counts.stream()
                .filter(count -> count.light() == light)
                .mapToLong(TicketDesk.Count::count)
                .sum();
    }
}
