package io.duban.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.LoggedEvents;
import io.duban.support.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** A named consumer takes every event of the log once, whoever is killed and however many work at it. */
class ConsumptionTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TestDatabase database = TestDatabase.create();
    private final DatabaseClient client = DatabaseClient.create(database.connections());
    private final EventLog log = new EventLog(client);
    private final ConsumerCursors cursors = new ConsumerCursors(log, client);

    @BeforeEach
    void makeTableOfWhatIsTaken() {
        database.execute("create table taken (title text not null check (title <> 'refused by the table'))");
    }

    @Test
    void aNewConsumerBeginsAtTheEndOfTheLogAndGoesOnFromThere() {
        write("before");
        catchUp(writing());
        write("first", "second");
        catchUp(writing());
        write("third");
        catchUp(writing());
        assertThat(taken()).containsExactly("first", "second", "third");
    }

    @Test
    void whatNobodyListensToIsPassedByAndWhatComesAfterIsTaken() {
        catchUp(writing());
        write("while nobody listens");
        catchUp(listening(Mono.just(false)));
        write("afterwards");
        catchUp(writing());
        assertThat(taken()).containsExactly("afterwards");
    }

    /** An endpoint is confirmed while the consumer finds out whether there is any: what is committed from then on is for it. */
    @Test
    void whoBeginsToListenWhileHeIsAskedMissesNothing() {
        catchUp(writing());
        catchUp(listening(Mono.fromCallable(() -> {
                    write("meanwhile");
                    return false;
                })
                .subscribeOn(Schedulers.boundedElastic())));
        catchUp(writing());
        assertThat(taken()).containsExactly("meanwhile");
    }

    @Test
    void severalInstancesAtOnceTakeEachEventOnce() {
        catchUp(writing());
        var titles = events(400);
        write(titles);
        Flux.range(0, 6)
                .flatMap(instance -> consumption(writing()).catchUp().subscribeOn(Schedulers.boundedElastic()))
                .blockLast(PATIENCE);
        assertThat(taken()).containsExactly(titles);
    }

    @Test
    void killedBetweenPagesOrInTheMiddleOfOneItLosesAndDoublesNothing() {
        catchUp(writing());
        write(events(300));
        var pages = new AtomicInteger();
        EventConsumer mortal = consumer(page -> pages.incrementAndGet() == 2
                ? Mono.never() // the process is gone: nothing is ever heard of this page again
                : writingPage(page));
        var killed = consumption(mortal).catchUp().subscribe();
        Awaitility.await().atMost(PATIENCE).until(() -> pages.get() >= 2);
        killed.dispose();
        assertThat(taken()).hasSize(Consumption.PAGE);

        catchUp(writing());
        assertThat(taken()).hasSize(300).doesNotHaveDuplicates();
    }

    @Test
    void anEventItFailsOnIsLaidAsideAndTheOthersGoOn() {
        catchUp(writing());
        write("good", "poison", "refused by the table", "better");
        catchUp(consumer(page -> {
            if (page.stream().anyMatch(event -> event.title().equals("poison"))) {
                throw new IllegalArgumentException("not made for that");
            }
            return writingPage(page);
        }));
        assertThat(taken()).containsExactly("good", "better");
        assertThat(strings("select reason from event_dead_letter where consumer = 'test' order by reason"))
                .containsExactly(
                        IllegalArgumentException.class.getName(),
                        "org.springframework.dao.DataIntegrityViolationException");
    }

    @Test
    void whatItHasNotReadYetStaysInTheLog() {
        var hold = new ConsumerHold(client);
        catchUp(writing());
        assertThat(hold.neededSince().blockOptional(PATIENCE)).isEmpty();
        write("unread", "and another");
        assertThat(hold.neededSince().blockOptional(PATIENCE))
                .contains(client.sql("select min(recorded_at) from event_log where title = 'unread'")
                        .mapValue(Instant.class)
                        .one()
                        .block(PATIENCE));
        catchUp(writing());
        assertThat(hold.neededSince().blockOptional(PATIENCE)).isEmpty();
    }

    @Test
    void aDatabaseThatRefusesEverythingIsWaitedFor() {
        catchUp(writing());
        write("one");
        database.execute("alter table taken rename to away");
        assertThat(consumption(writing())
                        .catchUp()
                        .materialize()
                        .block(PATIENCE)
                        .isOnError())
                .isTrue();
        assertThat(strings("select reason from event_dead_letter")).isEmpty();
        database.execute("alter table away rename to taken");
        catchUp(writing());
        assertThat(taken()).containsExactly("one");
    }

    @Test
    void inADatabaseThatWasReplacedItBeginsAnew() {
        catchUp(writing());
        write("of the life before");
        database.execute("update event_epoch set epoch = 'another'");
        catchUp(writing());
        write("of this life");
        catchUp(writing());
        assertThat(taken()).containsExactly("of this life");
    }

    private void catchUp(EventConsumer consumer) {
        consumption(consumer).catchUp().block(PATIENCE);
    }

    private Consumption consumption(EventConsumer consumer) {
        return new Consumption(consumer, log, cursors, client);
    }

    private static EventConsumer writing() {
        return consumer(ConsumptionTests::writingPage);
    }

    private static Mono<Reaction> writingPage(List<LoggedEvent> page) {
        var titles = page.stream().map(LoggedEvent::title).toArray(String[]::new);
        return Mono.just(statement -> statement.piece(
                "taking", "insert into taken select unnest(%s::text[])".formatted(statement.value(titles))));
    }

    private static EventConsumer consumer(Function<List<LoggedEvent>, Mono<Reaction>> work) {
        return consumer(Mono.just(true), work);
    }

    private static EventConsumer listening(Mono<Boolean> listening) {
        return consumer(listening, ConsumptionTests::writingPage);
    }

    private static EventConsumer consumer(Mono<Boolean> listening, Function<List<LoggedEvent>, Mono<Reaction>> work) {
        return new EventConsumer() {
            @Override
            public Mono<Boolean> isListening() {
                return listening;
            }

            @Override
            public String name() {
                return "test";
            }

            @Override
            public Mono<Reaction> react(List<LoggedEvent> page, String epoch) {
                return work.apply(page);
            }
        };
    }

    private static String[] events(int number) {
        return IntStream.range(0, number).mapToObj(i -> "event " + i).toArray(String[]::new);
    }

    /** And until it may be read. */
    private void write(String... titles) {
        try (var connection = database.connect()) {
            for (var title : titles) {
                LoggedEvents.hotline(title).write(connection);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        Horizon.passes(database);
    }

    private List<String> taken() {
        return strings("select title from taken");
    }

    private List<String> strings(String sql) {
        return client.sql(sql).mapValue(String.class).all().collectList().block(PATIENCE);
    }
}
