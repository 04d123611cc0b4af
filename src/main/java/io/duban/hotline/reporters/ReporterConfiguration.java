package io.duban.hotline.reporters;

import io.duban.platform.persistence.KeyFile;
import io.duban.platform.persistence.SealingKeys;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The key from the configuration; where none is set, as in the demo district, one that the installation keeps for itself. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReporterProperties.class)
class ReporterConfiguration {

    private static final String FILE = "reporters.key";

    @Bean
    SealingKeys reporterKeys(ReporterProperties properties, @Value("${duban.home:.duban}") Path home) {
        var key = Optional.ofNullable(properties.key()).orElseGet(() -> KeyFile.kept(home, FILE, SealingKeys::fresh));
        return new SealingKeys("duban.reporters", properties.keyId(), key, properties.earlierKeys());
    }
}
