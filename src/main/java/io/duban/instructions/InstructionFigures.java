package io.duban.instructions;

import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Role;
import io.duban.platform.statistics.Board;
import io.duban.platform.statistics.Figure;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** A leader's own words on his first screen: how many are late, how many wait for his strike-off. */
@Component
class InstructionFigures implements Board {

    private final InstructionDesk desk;

    InstructionFigures(InstructionDesk desk) {
        this.desk = desk;
    }

    @Override
    public Flux<Figure> figures(Officer officer, Instant now) {
        return officer.has(Role.CHIEF_LEADER, Role.DEPUTY_LEADER)
                ? desk.own(officer.id(), now)
                        .flatMapIterable(own -> java.util.List.of(
                                new Figure("instructions.overdue", own.overdue()),
                                new Figure("instructions.toStrikeOff", own.toStrikeOff())))
                : Flux.empty();
    }
}
