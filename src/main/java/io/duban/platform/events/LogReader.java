package io.duban.platform.events;

import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Follows the log for ever: woken by the doorbell, and by a poll as the safety net when a ring was lost. */
@Component
public class LogReader {

    private final EventLog log;
    private final Doorbell doorbell;
    private final Duration poll;

    @Autowired
    LogReader(EventLog log, Doorbell doorbell, @Value("${duban.realtime.doorbell}") RingReach reach) {
        this(log, doorbell, reach.poll());
    }

    /** @param poll the longest time between two looks at the log */
    LogReader(EventLog log, Doorbell doorbell, Duration poll) {
        this.log = log;
        this.doorbell = doorbell;
        this.poll = poll;
    }

    /**
     * Everything after {@code start} in commit order, in pages that are never empty. Fails when the database is lost; subscribe again
     * from the last position seen then. Fails as well when events after {@code start} have left the log: nobody is to believe that he has them all.
     */
    public Flux<List<LoggedEvent>> follow(LogPosition start) {
        return log.standing(start)
                .filter(standing -> !standing.gone())
                .switchIfEmpty(Mono.error(
                        () -> new IllegalStateException("events after %s have left the log".formatted(start))))
                .flatMapMany(standing -> new Following(log, start).pages(doorbell.rings(), poll));
    }
}
