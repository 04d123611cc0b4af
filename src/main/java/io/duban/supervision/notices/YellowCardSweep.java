package io.duban.supervision.notices;

import io.duban.platform.commands.Commands;
import io.duban.platform.jobs.Job;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/**
 * Where a district has decided so (domain 5, point 7): the red light of a unit's part gives a yellow card, once for each clock, however many
 * instances look. Off unless it is switched on: else a card is always somebody's decision (D15).
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("duban.supervision.yellow-card-at-red")
class YellowCardSweep {

    private final AssignmentStandings standings;
    private final CardIssuing issuing;
    private final Commands commands;
    private final Clock clock;

    YellowCardSweep(AssignmentStandings standings, CardIssuing issuing, Commands commands, Clock clock) {
        this.standings = standings;
        this.issuing = issuing;
        this.commands = commands;
        this.clock = clock;
    }

    @Bean
    Job yellowCardJob(@Value("${duban.clocks.sweep-every}") Duration every) {
        return new Job("yellow cards at the red light", every, this::sweep);
    }

    /** The card's clock is unique among cards: the instance that comes second finds it there and gives none. */
    Mono<Void> sweep() {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return standings
                .overdueWithoutCard(now)
                .collectList()
                .flatMapIterable(overdue -> overdue)
                .concatMap(part -> commands.unattended(
                        "issueYellowCardAtRed", Mono.defer(() -> issuing.atRedLight(part.assignmentId(), now))))
                .then();
    }
}
