package io.duban.supervision.matters;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.commands.Command;
import java.time.Instant;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** That something came back after its strike-off (反弹); never changed. */
@Table("supervision_rebound")
record Rebound(
        @Id UUID id,
        UUID matterId,
        String facts,
        String evidence,
        Instant struckOffAt,
        UUID reopenedById,
        Instant reopenedAt) {

    /** @param struckOff as it was struck off: nothing has changed it since */
    static Rebound of(SupervisionMatter struckOff, MatterEnding.Return back, Command command) {
        return new Rebound(
                UuidCreator.getTimeOrderedEpoch(),
                struckOff.id(),
                back.facts(),
                back.evidence(),
                struckOff.changedAt(),
                command.officer().id(),
                command.now());
    }
}
