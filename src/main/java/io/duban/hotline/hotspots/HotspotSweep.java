package io.duban.hotline.hotspots;

import static io.duban.platform.identity.Role.HOTLINE_MANAGER;

import io.duban.platform.commands.Commands;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Event;
import io.duban.platform.events.Priority;
import io.duban.platform.identity.Directory;
import io.duban.platform.jobs.Job;
import io.duban.platform.todos.Assignee;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The look for clusters that stand out: each is put on the manager's desk and told to the leaders in charge of its units, once a week. */
@Configuration(proxyBeanMethods = false)
class HotspotSweep {

    static final String SEE_HOTSPOT = "SEE_HOTSPOT";

    private final Clusters clusters;
    private final Directory directory;
    private final Commands commands;
    private final Clock clock;
    private final HotspotRule rule;

    HotspotSweep(
            Clusters clusters,
            Directory directory,
            Commands commands,
            Clock clock,
            @Value("${duban.hotline.hotspots.tickets:10}") int many,
            @Value("${duban.hotline.hotspots.times:3}") int times,
            @Value("${duban.hotline.hotspots.least:3}") int least) {
        this.clusters = clusters;
        this.directory = directory;
        this.commands = commands;
        this.clock = clock;
        this.rule = new HotspotRule(many, times, least);
    }

    @Bean
    Job hotspotJob(@Value("${duban.hotline.hotspots.sweep-every:10m}") Duration every) {
        return new Job("the look for hot spots", every, this::sweep);
    }

    Mono<Void> sweep() {
        return standingOut(now())
                .collectList()
                .flatMapIterable(found -> found)
                .concatMap(cluster -> commands.unattended("detectHotspot", detected(cluster)))
                .then();
    }

    /** The row is unique in its week, so the instance that comes second decides anew, and finds that it was told. */
    private Mono<Outcome<Hotspot>> detected(Cluster cluster) {
        return Mono.defer(() -> {
            var now = now();
            return clusters.isTold(cluster, now)
                    .filter(told -> !told)
                    .flatMap(untold -> clusters.unitsOf(cluster, now))
                    .flatMap(units ->
                            directory.leadersInChargeOf(units).map(leaders -> told(cluster, units, leaders, now)));
        });
    }

    private Flux<Cluster> standingOut(Instant now) {
        return clusters.ofLate(Math.min(rule.least(), rule.many()), now)
                .filter(cluster ->
                        rule.judge(cluster.tickets(), cluster.before()).isPresent());
    }

    private Outcome<Hotspot> told(Cluster cluster, Set<UUID> units, Set<UUID> leaders, Instant now) {
        var ground = rule.judge(cluster.tickets(), cluster.before()).orElseThrow();
        var hotspot = Hotspot.detected(cluster, ground, units, now);
        return Outcome.created(hotspot)
                .opening(SEE_HOTSPOT, Assignee.holders(HOTLINE_MANAGER), null)
                .announcing(Event.of("detected", Priority.ACTION, hotspot, now).to(leaders));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
