package io.duban.platform.typesetting;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How many papers are printed at once, and how many wait. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TypesettingSettings.class)
class TypesettingConfiguration {

    private static final int THREADS = 2;
    private static final int QUEUE = 32;

    @Bean
    Typesetting typesetting(TypesettingSettings settings) {
        return new Typesetting(settings, THREADS, QUEUE);
    }
}
