package io.duban.platform.retention;

import io.duban.platform.jobs.Job;
import io.duban.platform.persistence.DatabaseGauges;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;

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

    /** A partition that is old enough to leave and has not left within a turn is held by somebody. */
    private static final String STATE = """
            select 'ahead of ' || log as name, extract(epoch from max(until) - clock_timestamp())::float8 as value from log_partition group by log
            union all
            select 'held of ' || log, count(*) filter (where until <= now() - cast(case log when 'audit_row' then :audit else :events end as interval))::float8
            from log_partition group by log""";

    private static final Duration LOOK = Duration.ofMinutes(1);

    @Bean
    Job logFiguresJob(DatabaseClient database, RetentionSettings settings, MeterRegistry meters) {
        return Job.onEachInstance("the figures of the logs", LOOK, figures(database, settings, meters)::read);
    }

    static DatabaseGauges figures(DatabaseClient database, RetentionSettings settings, MeterRegistry meters) {
        var gauges = new DatabaseGauges(database.sql(STATE)
                .bind("audit", settings.audit().toString())
                .bind("events", settings.events().toString()));
        for (var kept : KeptLog.ALL) {
            var tags = Tags.of("log", kept.table());
            gauges.register(meters, "duban.retention.ahead", tags, "ahead of " + kept.table());
            gauges.register(meters, "duban.retention.held", tags, "held of " + kept.table());
        }
        return gauges;
    }

    @Bean
    Job logUpkeepJob(LogUpkeep upkeep, RetentionSettings settings) {
        return new Job("the upkeep of the logs", settings.every(), upkeep::run);
    }
}
