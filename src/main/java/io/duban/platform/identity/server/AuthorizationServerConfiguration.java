package io.duban.platform.identity.server;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The only part of this package that the main application's scan finds. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "duban.identity.server.enabled", matchIfMissing = true)
@EnableConfigurationProperties(ServerProperties.class)
class AuthorizationServerConfiguration {

    /** Opens while the rest is being made; closes also when the rest fails before it was started. */
    @Bean(initMethod = "open", destroyMethod = "stop")
    @DependsOnDatabaseInitialization
    AuthorizationServer authorizationServer(
            ServerProperties properties,
            @Value("${duban.identity.audience:duban}") String audience,
            @Value("${duban.home:.duban}") Path home,
            JdbcConnectionDetails database) {
        return new AuthorizationServer(ServerPlan.of(properties, audience, home), database);
    }
}
