package io.duban.platform.audit;

import io.duban.platform.jobs.Job;
import io.duban.platform.persistence.DatabaseGauges;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

/** Keeps the walks going, on one instance, and tells on each how they stand. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NightHours.class)
class AuditWalkConfiguration {

    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofMinutes(1);

    /** A chain that was never walked over has no end: then the age is not known, and not 0. */
    static final String STATE = """
            select 'broken' as name, count(distinct chain)::float8 as value from audit_break where mended_at is null
            union all
            select 'walked', extract(epoch from now() - min(p.ended_at))::float8 from audit_bookmark p where p.walk = 'WHOLE'
            having count(p.ended_at) = (select count(*) from audit_chain)""";

    @Bean
    Job auditWalkJob(AuditWalk walk) {
        return new Job("the verification of the audit trail", PAUSE, walk::run);
    }

    @Bean
    Job auditGaugesJob(DatabaseClient database, MeterRegistry meters) {
        var gauges = new DatabaseGauges(database.sql(STATE));
        gauges.register(meters, "duban.audit.broken", Tags.empty(), "broken");
        gauges.register(meters, "duban.audit.walked", Tags.empty(), "walked");
        return Job.onEachInstance("the figures of the audit trail", LOOK, gauges::read);
    }
}
