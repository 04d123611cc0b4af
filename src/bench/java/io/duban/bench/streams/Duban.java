package io.duban.bench.streams;

import io.duban.bench.Bench;
import io.duban.bench.Database;
import io.duban.bench.Office;
import io.duban.bench.Product;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * The product, with a district of its own: every phone is a person's, five to a unit, all of them also of one common unit. Events are rows appended to its log,
 * so that reading the log, deciding who may know and making bytes are all measured; nobody rings for them, the log is polled.
 */
final class Duban implements Carrier {

    private static final String NAME = "streams";
    private static final String COMMON = "01900000-0000-7000-8000-700000000000";
    private static final String PERSON = "01900000-0000-7000-8000-9%011d";
    private static final String UNIT_IN_SQL = "('01900000-0000-7000-8000-8' || lpad((%s)::text, 11, '0'))::uuid";
    private static final String PERSON_IN_SQL = "('01900000-0000-7000-8000-9' || lpad(n::text, 11, '0'))::uuid";

    /** The first of those who see every new ticket. */
    private static final int DISPATCHER = 1_000_000;

    private static final String APPEND = """
            insert into event_log (id, type, occurred_at, subject_type, subject_id, subject_version, title, priority, permission, unit_ids, state, light)
            select gen_random_uuid(), 'hotline.ticket.dispatched', now(), 'hotline.ticket', gen_random_uuid(), 1, %s, 'ACTION', 'ticket:list', array[%s], 'DISPATCHED', 'GREEN'
            from generate_series(%d, %d) n order by n""";

    private final Product product;
    private final Tokens tokens;
    private final int port;
    private final Connection connection;

    private Duban(Product product, Tokens tokens, int port) {
        this.product = product;
        this.tokens = tokens;
        this.port = port;
        this.connection = connect(port + 3);
    }

    /**
     * Its database also keeps when each transaction was committed, which it learns at a start: the first time it is started twice.
     *
     * @param persons who have a phone
     */
    static Duban start(Bench.Options options, int port, int persons) throws IOException {
        var product = started(options, port);
        if (product.database().list("show track_commit_timestamp").contains("off")) {
            product.database().execute("alter system set track_commit_timestamp = on");
            product.close();
            product = started(options, port);
        }
        var tokens = Tokens.of(options.work().resolve(NAME), "http://localhost:" + (port + 2));
        people(product.database(), persons);
        return new Duban(product, tokens, port);
    }

    private static Product started(Bench.Options options, int port) throws IOException {
        return Product.start(NAME, options, port, "--duban.realtime.lifetime=2h");
    }

    private static void people(Database database, int persons) {
        var like = "from organization where id = '01900000-0000-7000-8000-000000000112'";
        database.execute(
                // They have been there since long: no trigger shall say that they have all just changed.
                "set session_replication_role = replica",
                "insert into organization (id, kind, name, short_name, parent_id) select '%s', kind, '流测', '流测', parent_id %s on conflict do nothing"
                        .formatted(COMMON, like),
                "insert into organization (id, kind, name, short_name, parent_id) select %s, kind, '流测' || n, '流测' || n, parent_id %s on conflict do nothing"
                        .formatted(
                                UNIT_IN_SQL.formatted("n"),
                                like.replace(
                                        "where", ", generate_series(1, %d) n where".formatted(persons / CHANNEL + 1))),
                "insert into person (id, name, username, organization_id, changed_at) select %s, '流测', 'bench.' || n, '%s', now() - interval '1 day' from generate_series(0, %d) n on conflict do nothing"
                        .formatted(PERSON_IN_SQL, COMMON, persons),
                "insert into post (person_id, role, organization_id) select %s, 'UNIT_LIAISON', '%s' from generate_series(0, %d) n on conflict do nothing"
                        .formatted(PERSON_IN_SQL, COMMON, persons),
                "insert into post (person_id, role, organization_id) select %s, 'UNIT_LIAISON', %s from generate_series(0, %d) n on conflict do nothing"
                        .formatted(PERSON_IN_SQL, UNIT_IN_SQL.formatted("n / %d + 1".formatted(CHANNEL)), persons),
                "insert into person (id, name, username, organization_id, changed_at) select %s, '流测', 'bench.' || n, '%s', now() - interval '1 day' from generate_series(%d, %d) n on conflict do nothing"
                        .formatted(PERSON_IN_SQL, COMMON, DISPATCHER, DISPATCHER + CHANNEL - 1),
                "insert into post (person_id, role, organization_id) select %s, 'HOTLINE_DISPATCHER', '%s' from generate_series(%d, %d) n on conflict do nothing"
                        .formatted(PERSON_IN_SQL, COMMON, DISPATCHER, DISPATCHER + CHANNEL - 1),
                "analyze person, post, organization");
    }

    private static Connection connect(int port) {
        try {
            return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:%d/postgres?user=postgres".formatted(port));
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }

    Office office() {
        return product.office();
    }

    Database database() {
        return product.database();
    }

    /** With its database. */
    double cpuSecondsOfAll() {
        return product.cpuSeconds();
    }

    Metrics metrics() {
        return new Metrics(port + 1);
    }

    @Override
    public String name() {
        return "duban";
    }

    @Override
    public long pid() {
        return product.pid();
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String request(int phone, boolean own) {
        return "/v1/events?streams=me,hotline\t" + tokens.of(UUID.fromString(PERSON.formatted(phone)));
    }

    /** As {@link #requests}, with dispatchers in the places of the first five. */
    List<String> requestsWithDispatchers(int phones) {
        return IntStream.range(0, phones)
                .map(phone -> phone < CHANNEL ? DISPATCHER + phone : phone)
                .mapToObj(phone -> request(phone, true))
                .toList();
    }

    @Override
    public void toAll(long first, int count) {
        append(Mark.sql("0", "n"), "'" + COMMON + "'::uuid", first, count);
    }

    /** The events of everybody's channel with a longer title. */
    void longToAll(long first, int count, int length) {
        append(Mark.sql("0", "n") + " || repeat('x', %d)".formatted(length), "'" + COMMON + "'::uuid", first, count);
    }

    @Override
    public void toSome(long first, int count, int channels) {
        var channel = "1 + n %% %d".formatted(channels);
        append(Mark.sql(channel, "1 + n / %d".formatted(channels)), UNIT_IN_SQL.formatted(channel), first, count);
    }

    private void append(String title, String unit, long first, int count) {
        try (var statement = connection.createStatement()) {
            statement.execute(APPEND.formatted(title, unit, first, first + count - 1));
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        } finally {
            product.close();
        }
    }
}
