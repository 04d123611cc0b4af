package io.duban.hotline.tickets;

import io.duban.platform.commands.Commands;
import io.duban.platform.commands.Outcome;
import io.duban.platform.jobs.Job;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/**
 * The look for merged tickets whose parent has gone its way: by whatever step it ended, and whoever merged into it at that very moment, no child stays
 * without anybody who answers it. Each child's row is guarded, so that several instances do it once.
 */
@Configuration(proxyBeanMethods = false)
class MergeUpkeep {

    private final HotlineTickets tickets;
    private final MergedChildren children;
    private final Commands commands;
    private final Clock clock;

    MergeUpkeep(HotlineTickets tickets, MergedChildren children, Commands commands, Clock clock) {
        this.tickets = tickets;
        this.children = children;
        this.commands = commands;
        this.clock = clock;
    }

    @Bean
    Job mergeUpkeepJob(@Value("${duban.hotline.merging.upkeep-every:15s}") Duration every) {
        return new Job("the upkeep of merged tickets", every, this::upkeep);
    }

    Mono<Void> upkeep() {
        return tickets.parentsLeftBehind(ChildFate.decidingStates())
                .collectList()
                .flatMapIterable(ids -> ids)
                .concatMap(id -> commands.unattended("followParent", caughtUp(id)))
                .then();
    }

    private Mono<Outcome<HotlineTicket>> caughtUp(UUID parentId) {
        return Mono.defer(() -> {
            var now = now();
            return tickets.findById(parentId).flatMap(parent -> children.following(Outcome.about(parent), parent, now));
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
