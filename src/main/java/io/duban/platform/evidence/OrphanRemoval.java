package io.duban.platform.evidence;

import io.duban.platform.jobs.Job;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Uploads whose command was never given or was refused do not stay: what is a day old and has no row goes. */
@Configuration(proxyBeanMethods = false)
class OrphanRemoval {

    @Bean
    Job orphanRemovalJob(OrphanSweep sweep) {
        return Job.onEachInstance("the removal of files without a row", Duration.ofHours(1), sweep::removeOrphans);
    }
}
