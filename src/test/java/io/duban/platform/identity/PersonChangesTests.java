package io.duban.platform.identity;

import static io.duban.support.DemoDistrict.AGENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.TestDatabase;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

class PersonChangesTests {

    private final TestDatabase database = TestDatabase.create();

    @Test
    void oneLookThatIsNeverAnsweredIsNotTheLast() {
        var client = DatabaseClient.create(new SilentAtFirst(database.connections()));
        var changed = ConcurrentHashMap.<UUID>newKeySet();
        var following = new PersonChanges(client, new Officers(client, Set.of()))
                .follow()
                .subscribe(changed::addAll);

        database.execute("update person set enabled = false, changed_at = now() where id = '%s'".formatted(AGENT));

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(changed).contains(AGENT));
        following.dispose();
    }

    /** The first question is never answered. */
    private static final class SilentAtFirst implements ConnectionFactory {

        private final ConnectionFactory real;
        private final AtomicBoolean asked = new AtomicBoolean();

        SilentAtFirst(ConnectionFactory real) {
            this.real = real;
        }

        @Override
        public Publisher<? extends Connection> create() {
            return Mono.defer(() -> asked.getAndSet(true) ? Mono.from(real.create()) : Mono.never());
        }

        @Override
        public ConnectionFactoryMetadata getMetadata() {
            return real.getMetadata();
        }
    }
}
