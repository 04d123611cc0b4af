package io.duban.supervision;

import io.duban.supervision.matters.SupervisionMatters;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What other modules may ask about a matter that was drafted for them. */
@Component
public class SupervisionResults {

    private final SupervisionMatters matters;

    SupervisionResults(SupervisionMatters matters) {
        this.matters = matters;
    }

    /** Whether supervision has verified the result (办结), so that a leader can be told; false for a matter that does not exist. */
    public Mono<Boolean> isVerified(UUID matterId) {
        return matters.findById(matterId)
                .map(matter -> matter.status().isVerified())
                .defaultIfEmpty(false);
    }
}
