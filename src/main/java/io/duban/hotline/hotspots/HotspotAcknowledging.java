package io.duban.hotline.hotspots;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The manager has seen a hot spot and writes down what is done about it; it is off his desk. */
@Component
class HotspotAcknowledging {

    private final Hotspots hotspots;

    HotspotAcknowledging(Hotspots hotspots) {
        this.hotspots = hotspots;
    }

    Mono<Outcome<Hotspot>> acknowledge(UUID hotspotId, String what, Command command) {
        return hotspots.require(hotspotId, command.access().reach())
                .map(hotspot -> hotspot.acknowledged(what, command))
                .map(hotspot -> Outcome.changed(hotspot)
                        .closing(HotspotSweep.SEE_HOTSPOT)
                        .announcing("acknowledged", Priority.INFO, command.now()));
    }
}
