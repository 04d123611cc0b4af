package io.duban.platform.calendar;

import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.flywaydb.core.Flyway;
import org.springframework.r2dbc.core.DatabaseClient;

/** One PostgreSQL for the tests of this package, migrated once and stopped with the JVM. */
final class MigratedDatabase {

    private static final DatabaseClient CLIENT = DatabaseClient.create(migrated());

    private MigratedDatabase() {}

    static DatabaseClient client() {
        return CLIENT;
    }

    private static PostgresqlConnectionFactory migrated() {
        EmbeddedPostgres postgres = started();
        Flyway.configure()
                .dataSource(postgres.getPostgresDatabase())
                .locations("classpath:db/migration")
                .load()
                .migrate();
        return new PostgresqlConnectionFactory(PostgresqlConnectionConfiguration.builder()
                .host("localhost")
                .port(postgres.getPort())
                .username("postgres")
                .database("postgres")
                .build());
    }

    private static EmbeddedPostgres started() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
