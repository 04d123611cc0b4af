package io.duban.documents.outgoing;

import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Permissions;
import io.duban.platform.statistics.Board;
import io.duban.platform.statistics.Figure;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Papers that wait for a signature, on the first screen. */
@Component
class OutgoingFigures implements Board {

    private final OutgoingDesk desk;
    private final Permissions permissions;

    OutgoingFigures(OutgoingDesk desk, Permissions permissions) {
        this.desk = desk;
        this.permissions = permissions;
    }

    @Override
    public Flux<Figure> figures(Officer officer, Instant now) {
        var reach = permissions.reach(officer, "doc:list");
        if (reach.isNone()) {
            return Flux.empty();
        }
        return desk.awaitingSignature(reach.whole())
                .map(count -> new Figure("documents.awaitingSignature", count))
                .flux();
    }
}
