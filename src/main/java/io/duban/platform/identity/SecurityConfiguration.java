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
import org.springframework.security.web.server.authentication.ServerAuthenticationConverter;
import org.springframework.security.web.server.authentication.ServerAuthenticationEntryPointFailureHandler;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.web.server.ServerWebExchange;
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
            ObjectProvider<RequestCredential> others,
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
                .addFilterAt(credentials(others, tokens, unauthenticated), SecurityWebFiltersOrder.AUTHENTICATION)
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

    /**
     * The one filter that asks who sends a request. Spring Security's own for bearer tokens looks for the token twice, and with another one beside it for what
     * comes without a header each request would go through both.
     */
    private static WebFilter credentials(
            ObjectProvider<RequestCredential> others,
            BearerTokens tokens,
            ServerAuthenticationEntryPoint unauthenticated) {
        // What comes without a header has been verified by whoever read it.
        var filter = new AuthenticationWebFilter((ReactiveAuthenticationManager)
                read -> read instanceof OfficerToken known ? Mono.just(known) : tokens.authenticate(read));
        filter.setServerAuthenticationConverter(new Credentials(new BearerHeader(), others));
        filter.setAuthenticationFailureHandler(new ServerAuthenticationEntryPointFailureHandler(unauthenticated));
        return filter;
    }

    /** Where there is a header, it alone counts. */
    private record Credentials(BearerHeader header, ObjectProvider<RequestCredential> others)
            implements ServerAuthenticationConverter {

        @Override
        public Mono<Authentication> convert(ServerWebExchange exchange) {
            return exchange.getRequest().getHeaders().containsHeader(HttpHeaders.AUTHORIZATION)
                    ? header.convert(exchange)
                    : Flux.fromStream(others::orderedStream)
                            .concatMap(credential -> credential.read(exchange))
                            .next()
                            .cast(Authentication.class);
        }
    }

    private static Refusal unauthenticated() {
        return Refusal.of(RefusalCode.E_WEB_UNAUTHENTICATED, "请先登录,或令牌已失效。", "Log in first; there is no valid token.");
    }

    private static Refusal denied() {
        return Refusal.of(
                RefusalCode.E_GEN_SCOPE, "您的岗位或应用没有此项权限。", "Neither your posts nor this client have this permission.");
    }
}
