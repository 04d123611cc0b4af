package io.duban.hotline.open311;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Opens {@code /open311}, and nothing beside it, where it is wanted. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Open311Settings.class)
class Open311Configuration {

    @Bean
    @ConditionalOnProperty("duban.open311.enabled")
    RouterFunction<ServerResponse> open311(Open311Door door) {
        return RouterFunctions.route(RequestPredicates.path(Asked.PREFIX + "/**"), door::open);
    }
}
