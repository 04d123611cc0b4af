package io.duban.platform.retention;

import io.duban.platform.jobs.Job;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Looks after the logs before the product is ready, and again and again while it runs. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RetentionSettings.class)
class RetentionConfiguration {

    /** After an outside database was waited for and migrated, before readiness. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 1)
    ApplicationRunner partitionsAtStart(LogUpkeep upkeep) {
        return arguments -> upkeep.prepare();
    }

    @Bean
    Job logUpkeepJob(LogUpkeep upkeep, RetentionSettings settings) {
        return new Job("the upkeep of the logs", settings.every(), upkeep::run);
    }
}
