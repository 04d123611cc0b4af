package io.duban.platform.realtime;

import io.duban.contract.StreamNameDto;
import io.duban.platform.events.EventLog;
import io.duban.platform.identity.OfficerToken;
import io.duban.platform.identity.Officers;
import io.duban.platform.identity.Permissions;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.EventLoop;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All open streams of this instance, by the event loop their connections live on. */
@Component
class LiveStreams implements TailFeed.Listener {

    private final StreamRules rules;
    private final Permissions permissions;
    private final Officers officers;
    private final Clock clock;
    private final TailFeed feed;
    private final Replays replays;
    private final StreamLimit limit;
    private final ConcurrentMap<EventLoop, Lane> lanes = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();
    private volatile boolean closing;

    LiveStreams(
            StreamRules rules,
            Permissions permissions,
            Officers officers,
            Clock clock,
            EventLog log,
            TailFeed feed,
            MeterRegistry meters) {
        this.rules = rules;
        this.permissions = permissions;
        this.officers = officers;
        this.clock = clock;
        this.feed = feed;
        this.replays = new Replays(log, rules.window(), meters);
        this.limit = new StreamLimit(rules.perClient());
        feed.tell(this);
        meters.gauge("duban.streams.open", open);
    }

    /** Answers with a stream that begins at {@code start}; it outlives the request, which is done when the stream is open. */
    Mono<Void> open(
            ServerHttpResponse response, OfficerToken token, Set<StreamNameDto> streams, Resumption.Start start) {
        if (closing) {
            return Mono.error(Refusal.of(
                    RefusalCode.E_WEB_UNAVAILABLE, "系统正在重启,请稍后重新连接。", "The server is closing; connect again shortly."));
        }
        var wire = Wire.below(response);
        var lane = laneOf(wire.loop(), start.tail());
        var viewer = new Viewer(token.officer(), streams, permissions);
        var line = new Line(wire, lane, viewer, start.position(), Term.of(token, rules, clock.instant()));
        var opening = response.bufferFactory().wrap(start.opening().getBytes(StandardCharsets.UTF_8));
        return wire.open(response, opening, () -> enter(line), () -> left(line));
    }

    void enter(Line line) {
        open.incrementAndGet();
        line.lane().later(() -> line.lane().join(line));
        limit.enter(line, line.viewer().officer())
                .ifPresent(oldest -> oldest.lane().later(() -> oldest.end(Frames.REPLACED)));
        if (closing) {
            line.lane().later(() -> line.end(Frames.SERVER_CLOSING));
        }
        if (!feed.isCurrent(line.lane().tail())) {
            // The database was replaced while the stream was being opened, and it would never hear anything.
            line.lane().later(() -> line.end(Frames.RENEW));
        }
        // What the token's officer was may have changed between its check and the line's joining the lane.
        review(line).subscribe();
    }

    private void left(Line line) {
        line.lane().later(() -> line.lane().leave(line));
        open.decrementAndGet();
        limit.leave(line, line.viewer().officer());
    }

    /** These persons changed: from now on they see what they may see now, and the disabled see nothing. */
    Mono<Void> review(Set<UUID> persons) {
        return Flux.fromIterable(lanes.values())
                .flatMap(lane -> lane.linesOf(persons))
                .flatMapIterable(lines -> lines)
                .flatMap(this::review, 4)
                .then();
    }

    private Mono<Void> review(Line line) {
        var before = line.viewer();
        var officer = before.officer();
        return officers.find(officer.id(), officer.clientId(), officer.scopes())
                .map(now -> (Runnable) () -> line.lane().view(line, new Viewer(now, before.streams(), permissions)))
                .defaultIfEmpty(() -> line.end(Frames.AUTH_EXPIRED))
                .doOnNext(line.lane()::later)
                // Nobody can be looked up: then no event comes either, and the change is told again.
                .onErrorComplete()
                .then();
    }

    Lane laneOf(EventLoop loop, Tail tail) {
        var lane = lanes.compute(loop, (key, there) -> {
            if (there != null && (there.tail() == tail || feed.isCurrent(there.tail()))) {
                return there;
            }
            if (there != null) {
                // Whoever ends all lanes from now on does not find this one.
                there.later(() -> there.close(Frames.RENEW));
            }
            return new Lane(loop, tail, rules, replays);
        });
        // Who found his beginning in the database before is sent back as soon as he enters; the others stay where they
        // are.
        return lane.tail() == tail ? lane : new Lane(loop, tail, rules, replays);
    }

    @Override
    public void grown() {
        lanes.values().forEach(Lane::wake);
    }

    @Override
    public void replaced() {
        end(Frames.RENEW);
    }

    /** Ends every stream, and lets no new one in. */
    void close() {
        closing = true;
        end(Frames.SERVER_CLOSING);
    }

    /** Lets streams in, also after it was closed: what is stopped may be started again. */
    void reopen() {
        closing = false;
    }

    private void end(String word) {
        var all = Set.copyOf(lanes.values());
        lanes.values().removeAll(all);
        all.forEach(lane -> lane.later(() -> lane.close(word)));
    }

    int count() {
        return open.get();
    }

    Collection<Lane> lanes() {
        return lanes.values();
    }
}
