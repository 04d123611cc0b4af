package io.duban.supervision.matters;

import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Permissions;
import io.duban.platform.statistics.Board;
import io.duban.platform.statistics.Figure;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** The leader's numbers on the first screen: running, due this week, yellow, red, and what waits for his own strike-off. */
@Component
class SupervisionFigures implements Board {

    private final MatterDesk desk;
    private final Permissions permissions;

    SupervisionFigures(MatterDesk desk, Permissions permissions) {
        this.desk = desk;
        this.permissions = permissions;
    }

    @Override
    public Flux<Figure> figures(Officer officer, Instant now) {
        var reach = permissions.reach(officer, "supervision:read");
        if (reach.isNone()) {
            return Flux.empty();
        }
        return desk.counts(reach.whole(), officer.id(), now)
                .flatMapIterable(counts -> List.of(
                        new Figure("supervision.open", counts.open()),
                        new Figure("supervision.running", counts.running()),
                        new Figure("supervision.dueThisWeek", counts.dueThisWeek()),
                        new Figure("supervision.yellow", counts.yellow()),
                        new Figure("supervision.red", counts.red()),
                        new Figure("supervision.awaitingStrikeOff", counts.mineToStrikeOff())));
    }
}
