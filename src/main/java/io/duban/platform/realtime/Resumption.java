package io.duban.platform.realtime;

import io.duban.platform.events.Cursor;
import io.duban.platform.events.EventLog;
import io.duban.platform.events.LogPosition;
import io.duban.platform.problem.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Decides where a client goes on: at its cursor, or, where that cannot be honoured, at the end with a word that it missed something. */
@Component
class Resumption {

    private final TailFeed feed;
    private final EventLog log;
    private final StreamRules rules;
    private final Clock clock;

    Resumption(TailFeed feed, EventLog log, StreamRules rules, Clock clock) {
        this.feed = feed;
        this.log = log;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * @param position what comes after it is sent
     * @param reset why the client's cursor was not honoured; null when it was, or when there was none
     */
    record Start(Tail tail, LogPosition position, @Nullable String reset) {

        Cursor cursor() {
            return tail.cursor(position);
        }

        String opening() {
            return reset == null ? Frames.opened(cursor()) : Frames.reset(cursor(), reset);
        }
    }

    /**
     * Where to begin for a cursor; without one, from now on.
     *
     * @param parameter what the refusal of a text that is no cursor points at
     */
    Mono<Start> from(@Nullable String text, String parameter) {
        return feed.tail().flatMap(tail -> {
            if (text == null || text.isEmpty()) {
                return Mono.just(new Start(tail, tail.reached(), null));
            }
            var cursor = Cursor.parse(text)
                    .orElseThrow(() -> Refusal.invalid(parameter, "不是有效的事件游标。", "This is no cursor of the stream."));
            return cursor.epoch().equals(tail.epoch())
                    ? honoured(tail, cursor.position())
                    : Mono.just(reset(tail, "epoch"));
        });
    }

    private Mono<Start> honoured(Tail tail, LogPosition position) {
        var next = tail.indexAfter(position);
        if (next != Tail.GONE && !position.isAfter(tail.reached())) {
            var event = Optional.ofNullable(tail.get(next));
            return Mono.just(unlessTooOld(
                    tail, position, event.map(found -> found.event().recordedAt())));
        }
        return log.standing(position).map(standing -> {
            if (standing.ahead()) {
                return reset(tail, "future");
            }
            return standing.gone() ? reset(tail, "expired") : unlessTooOld(tail, position, standing.nextAt());
        });
    }

    /** How old a cursor is says nothing; how old the first event is that was missed does. */
    private Start unlessTooOld(Tail tail, LogPosition position, Optional<Instant> nextAt) {
        var oldest = clock.instant().minus(rules.retention());
        return nextAt.filter(at -> at.isBefore(oldest))
                .map(tooOld -> reset(tail, "expired"))
                .orElseGet(() -> new Start(tail, position, null));
    }

    private static Start reset(Tail tail, String reason) {
        return new Start(tail, tail.reached(), reason);
    }
}
