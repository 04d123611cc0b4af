package io.duban.platform.persistence;

import io.r2dbc.spi.ConnectionFactoryOptions;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database of a first try: starts with the product ({@link EmbeddedDatabaseStart}) and needs nothing installed. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "duban.database.mode", havingValue = "embedded", matchIfMissing = true)
class EmbeddedDatabaseConfiguration {

    @Bean
    R2dbcConnectionDetails embeddedConnection(EmbeddedDatabase database) {
        return () -> ConnectionFactoryOptions.parse(
                "r2dbc:postgresql://postgres@127.0.0.1:%d/postgres".formatted(database.port()));
    }

    @Bean
    MigrationConnection embeddedMigrationConnection(EmbeddedDatabase database) {
        return new MigrationConnection("jdbc:postgresql://127.0.0.1:%d/postgres".formatted(database.port()));
    }

    /** Boot leaves Flyway off beside R2DBC unless one bean is both of these. */
    record MigrationConnection(String getJdbcUrl) implements JdbcConnectionDetails, FlywayConnectionDetails {

        @Override
        public String getUsername() {
            return "postgres";
        }

        @Override
        public String getPassword() {
            return "";
        }

        @Override
        public String getDriverClassName() {
            return JdbcConnectionDetails.super.getDriverClassName();
        }
    }
}
