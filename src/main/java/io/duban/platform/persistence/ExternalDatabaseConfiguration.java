package io.duban.platform.persistence;

import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The database of an office: somebody else runs it, and it may come up later than we do. */
@Configuration(proxyBeanMethods = false)
@Profile("production")
class ExternalDatabaseConfiguration {

    /** Not while beans are made, where an absent database would end the start: {@link DatabasePreparation} does it. */
    @Bean
    FlywayMigrationStrategy migrateLater() {
        return flyway -> {};
    }
}
