package io.duban.platform.commands;

import io.duban.platform.jobs.Job;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets answers that no honest client will ask for again. */
@Configuration(proxyBeanMethods = false)
class KeyExpiry {

    @Bean
    Job keyExpiryJob(IdempotencyKeys keys) {
        return new Job("the expiry of idempotency keys", Duration.ofMinutes(30), keys::removeExpired);
    }
}
