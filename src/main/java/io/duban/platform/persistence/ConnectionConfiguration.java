package io.duban.platform.persistence;

import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import io.r2dbc.spi.Option;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.r2dbc.autoconfigure.ConnectionFactoryOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** No statement waits for ever: 3 s on the server, 5 s in the client; the pool's 2 s stands in application.yaml. */
@Configuration(proxyBeanMethods = false)
class ConnectionConfiguration {

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
                .option(PostgresqlConnectionFactoryProvider.EXTENSIONS, List.of(new EnumDecoding()))
                .option(PostgresqlConnectionFactoryProvider.STATEMENT_TIMEOUT, Duration.ofSeconds(5))
                // One set of event loops for HTTP and PostgreSQL: a third less CPU for each command (ADR 0003).
                .option(PostgresqlConnectionFactoryProvider.LOOP_RESOURCES, new ServerLoops());
    }
}
