package io.duban.hotline.open311;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** So many requests a minute from one address, so that neither reports nor keys can be tried without end. Kept in memory, for each instance alone. */
@Component
class RequestLimit {

    private final Cache<Minute, AtomicInteger> asked = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(2))
            .maximumSize(100_000)
            .build();
    private final int most;
    private final Clock clock;

    RequestLimit(Open311Settings settings, Clock clock) {
        this.most = settings.requestsPerMinute();
        this.clock = clock;
    }

    private record Minute(String address, long minute) {}

    boolean admits(String address) {
        var minute = new Minute(address, clock.instant().getEpochSecond() / 60);
        return asked.get(minute, first -> new AtomicInteger()).incrementAndGet() <= most;
    }
}
