package io.duban.hotline.imports;

import io.duban.platform.jobs.Job;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets this instance look for files. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ImportProperties.class)
class ImportConfiguration {

    /** Another name after each start: what the one before held, it holds no more. */
    @Bean
    Job importJob(ImportWork work, ImportProperties properties) {
        var instance = UUID.randomUUID();
        return Job.onEachInstance("the import of tickets", properties.lookEvery(), () -> work.takeOneIn(instance));
    }
}
