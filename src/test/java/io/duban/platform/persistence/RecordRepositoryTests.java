package io.duban.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.duban.support.TestDatabase;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.data.annotation.Id;
import org.springframework.data.r2dbc.core.R2dbcEntityTemplate;
import org.springframework.data.r2dbc.repository.support.R2dbcRepositoryFactory;
import org.springframework.data.relational.core.mapping.Table;
import org.springframework.data.repository.Repository;
import org.springframework.r2dbc.connection.SingleConnectionFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** A record is found by its id, whatever its table and its id are called, and an absent one is nothing. */
class RecordRepositoryTests {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final UUID KNOWN = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();

    private final R2dbcRepositoryFactory repositories = repositories();

    @Table("order")
    record Order(@Id UUID sheetId, String user) {}

    interface Orders extends Repository<Order, UUID> {
        Mono<Order> findById(UUID id);
    }

    @Table("never_made")
    record Missing(@Id UUID id) {}

    @Table("flag")
    record Flag(@Id String name, String colour) {

        Flag {
            if (!colour.equals("RED")) {
                throw new IllegalArgumentException("a colour of a later release");
            }
        }
    }

    interface Flags extends Repository<Flag, String> {
        Mono<Flag> findById(String name);
    }

    interface Missings extends Repository<Missing, UUID> {
        Mono<Missing> findById(UUID id);
    }

    @BeforeAll
    static void make() throws SQLException {
        try (var connection = DATABASE.connect();
                var statement = connection.createStatement()) {
            statement.execute("create table \"order\" (sheet_id uuid primary key, \"user\" text)");
            statement.execute("insert into \"order\" values ('%s', '甲'), ('%s', '乙')".formatted(KNOWN, OTHER));
            statement.execute("create table flag (name text primary key, colour text)");
        }
    }

    private static R2dbcRepositoryFactory repositories() {
        return repositories(ConnectionFactories.get(DATABASE.r2dbcUrl()));
    }

    private static R2dbcRepositoryFactory repositories(ConnectionFactory connections) {
        var factory = new R2dbcRepositoryFactory(new R2dbcEntityTemplate(connections));
        factory.setRepositoryBaseClass(RecordRepository.class);
        return factory;
    }

    @Test
    void findsTheRowOfAnId() {
        assertThat(repositories.getRepository(Orders.class).findById(KNOWN).block())
                .isEqualTo(new Order(KNOWN, "甲"));
    }

    @Test
    void findsNothingWhereThereIsNoSuchRow() {
        StepVerifier.create(repositories.getRepository(Orders.class).findById(UUID.randomUUID()))
                .verifyComplete();
    }

    /** The first two are read at once, the others together as soon as one of those is. */
    @Test
    void findsForEachWhoLooksAtTheSameTimeHisOwn() {
        var orders = repositories.getRepository(Orders.class);

        var found = Flux.range(0, 40)
                .flatMapSequential(i -> orders.findById(i % 4 == 0 ? UUID.randomUUID() : i % 2 == 0 ? OTHER : KNOWN)
                        .map(Order::user)
                        .defaultIfEmpty("-"))
                .collectList()
                .block();

        assertThat(found)
                .containsExactlyElementsOf(Flux.range(0, 40)
                        .map(i -> i % 4 == 0 ? "-" : i % 2 == 0 ? "乙" : "甲")
                        .toIterable());
    }

    @Test
    void aRecordThatCannotBeReadFailsOnlyForThoseWhoLookForIt() {
        DATABASE.execute("insert into flag values ('sun', 'RED'), ('moon', 'BLUE')");
        var flags = repositories.getRepository(Flags.class);

        var found = Flux.range(0, 20)
                .flatMapSequential(i -> flags.findById(i % 2 == 0 ? "sun" : "moon")
                        .map(Flag::colour)
                        .onErrorResume(IllegalArgumentException.class, unreadable -> Mono.just("?")))
                .collectList()
                .block();

        assertThat(found)
                .containsExactlyElementsOf(
                        Flux.range(0, 20).map(i -> i % 2 == 0 ? "RED" : "?").toIterable());
    }

    /** Else it would take the room of a reading and never give it back. */
    @Test
    void noIdIsRefusedAtOnce() {
        var orders = repositories.getRepository(Orders.class);

        assertThatIllegalArgumentException().isThrownBy(() -> orders.findById(null));
    }

    /** On a connection that has prepared the question before: one instance migrates while the others serve. */
    @Test
    void findsTheRowWhenALaterReleaseHasAddedAColumn() {
        var connection = new SingleConnectionFactory(DATABASE.r2dbcUrl(), true);
        var orders = repositories(connection).getRepository(Orders.class);
        var before = orders.findById(KNOWN).block();

        DATABASE.execute("alter table \"order\" add column later text default '后'");

        assertThat(orders.findById(KNOWN).block()).isEqualTo(before);
        connection.destroy();
    }

    @Test
    void tellsWhatTheDatabaseRefusesAsSpringDoes() {
        StepVerifier.create(repositories.getRepository(Missings.class).findById(KNOWN))
                .expectError(DataAccessException.class)
                .verify();
    }
}
