package io.duban.platform.identity.server;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The only part of this package that the main application's scan finds. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "duban.identity.server.enabled", matchIfMissing = true)
@EnableConfigurationProperties(ServerProperties.class)
class AuthorizationServerConfiguration {

    @Bean
    AuthorizationServer authorizationServer(
            ServerProperties properties,
            @Value("${duban.identity.audience:duban}") String audience,
            @Value("${duban.home:.duban}") Path home,
            JdbcConnectionDetails database) {
        return new AuthorizationServer(ServerPlan.of(properties, audience, home), database);
    }
}
