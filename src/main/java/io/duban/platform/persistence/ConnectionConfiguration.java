package io.duban.platform.persistence;

import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import io.r2dbc.spi.Option;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.r2dbc.autoconfigure.ConnectionFactoryOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * No statement waits for ever. These are the only deadlines of a session: the driver's own option {@code statementTimeout} stays unset, because it is a
 * {@code SET} after the start of the session and would override what is said here. The pool's 2 s stands in application.yaml.
 */
@Configuration(proxyBeanMethods = false)
class ConnectionConfiguration {

    /** In milliseconds where it is a time. */
    private static final Map<String, String> SESSION = Map.of(
            "statement_timeout", "3000",
            "lock_timeout", "2500",
            "idle_in_transaction_session_timeout", "10000",
            "jit", "off",
            "TimeZone", "UTC",
            "application_name", "duban");

    @Bean
    ConnectionFactoryOptionsBuilderCustomizer connectionDeadlines() {
        return options -> options.option(PostgresqlConnectionFactoryProvider.OPTIONS, SESSION)
                .option(Option.<Duration>valueOf("connectTimeout"), Duration.ofSeconds(5))
                // How soon and how often stands with Silence, which the driver has no options for.
                .option(PostgresqlConnectionFactoryProvider.TCP_KEEPALIVE, true)
                // Times, numbers and ids as they are stored: to write and parse them as text was a fifth of what a list
                // costs.
                .option(PostgresqlConnectionFactoryProvider.FORCE_BINARY, true)
                .option(PostgresqlConnectionFactoryProvider.EXTENSIONS, List.of(new EnumDecoding()))
                // One set of event loops for HTTP and PostgreSQL: a third less CPU for each command (ADR 0003).
                .option(PostgresqlConnectionFactoryProvider.LOOP_RESOURCES, new ServerLoops());
    }
}
