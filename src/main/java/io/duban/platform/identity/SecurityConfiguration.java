package io.duban.platform.identity;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.platform.web.ContractIndex;
import io.duban.platform.web.Problems;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authentication.AuthenticationWebFilter;
import org.springframework.security.web.server.authentication.ServerAuthenticationEntryPointFailureHandler;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.web.server.WebFilter;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The resource server: a bearer token for everything below /v1 but what the contract calls public. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    @Bean
    SecurityWebFilterChain security(
            ServerHttpSecurity http,
            ContractGate gate,
            Problems problems,
            ObjectProvider<RequestCredential> credentials,
            BearerTokens tokens) {
        ServerAuthenticationEntryPoint unauthenticated = (exchange, why) -> problems.write(unauthenticated(), exchange);
        ServerAccessDeniedHandler denied = (exchange, why) -> problems.write(denied(), exchange);
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .headers(headers -> headers.cache(ServerHttpSecurity.HeaderSpec.CacheSpec::disable))
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .oauth2ResourceServer(server -> server.bearerTokenConverter(new BearerHeader())
                        .authenticationEntryPoint(unauthenticated)
                        .accessDeniedHandler(denied)
                        .jwt(jwt -> jwt.authenticationManager(tokens)))
                .addFilterBefore(credentialFilter(credentials, unauthenticated), SecurityWebFiltersOrder.AUTHENTICATION)
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(unauthenticated).accessDeniedHandler(denied))
                .authorizeExchange(exchange -> exchange.pathMatchers(ContractIndex.PREFIX + "/**")
                        .access(gate)
                        .anyExchange()
                        .permitAll())
                .build();
    }

    /** One observation for a request is enough: another for each filter and decision makes half of an idle stream's memory. */
    @Bean
    SecurityObservationSettings observations() {
        return SecurityObservationSettings.noObservations();
    }

    /** For requests that cannot carry a header; where there is one, it alone counts. */
    private static WebFilter credentialFilter(
            ObjectProvider<RequestCredential> credentials, ServerAuthenticationEntryPoint unauthenticated) {
        ReactiveAuthenticationManager readIsVerified = Mono::just;
        var filter = new AuthenticationWebFilter(readIsVerified);
        filter.setServerAuthenticationConverter(
                exchange -> exchange.getRequest().getHeaders().containsHeader(HttpHeaders.AUTHORIZATION)
                        ? Mono.empty()
                        : Flux.fromStream(credentials::orderedStream)
                                .concatMap(credential -> credential.read(exchange))
                                .next()
                                .cast(Authentication.class));
        filter.setAuthenticationFailureHandler(new ServerAuthenticationEntryPointFailureHandler(unauthenticated));
        return filter;
    }

    private static Refusal unauthenticated() {
        return Refusal.of(RefusalCode.E_WEB_UNAUTHENTICATED, "请先登录,或令牌已失效。", "Log in first; there is no valid token.");
    }

    private static Refusal denied() {
        return Refusal.of(
                RefusalCode.E_GEN_SCOPE, "您的岗位或应用没有此项权限。", "Neither your posts nor this client have this permission.");
    }
}
