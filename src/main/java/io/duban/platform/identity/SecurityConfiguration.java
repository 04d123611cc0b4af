package io.duban.platform.identity;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.platform.web.ContractIndex;
import io.duban.platform.web.Problems;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
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
            Converter<Jwt, Mono<AbstractAuthenticationToken>> officers) {
        ServerAuthenticationEntryPoint unauthenticated = (exchange, why) -> problems.write(unauthenticated(), exchange);
        ServerAccessDeniedHandler denied = (exchange, why) -> problems.write(denied(), exchange);
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .headers(headers -> headers.cache(ServerHttpSecurity.HeaderSpec.CacheSpec::disable))
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(unauthenticated)
                        .accessDeniedHandler(denied)
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(officers)))
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

    /** Token to officer: roles and units come from our tables; the token only says who, through which client, with which scopes. */
    @Bean
    Converter<Jwt, Mono<AbstractAuthenticationToken>> officerConverter(Officers officers, Subjects subjects) {
        return token -> Mono.justOrEmpty(token.getSubject())
                .flatMap(subject -> subjects.personOf(token.getClaimAsString(JwtClaimNames.ISS), subject))
                .flatMap(id -> officers.find(id, clientOf(token), scopesOf(token)))
                .<AbstractAuthenticationToken>map(
                        officer -> new OfficerToken(officer, Objects.requireNonNull(token.getExpiresAt())))
                .switchIfEmpty(Mono.error(() -> new InvalidBearerTokenException("unknown or disabled subject")));
    }

    private static String clientOf(Jwt token) {
        var client = token.getClaimAsString("client_id");
        return client != null ? client : String.valueOf(token.getClaimAsString("azp"));
    }

    /** RFC 9068 writes scopes as one string, Spring Authorization Server as a list. */
    private static Set<String> scopesOf(Jwt token) {
        var claim = token.getClaim("scope");
        if (claim instanceof String text) {
            return Set.of(text.split(" "));
        }
        return claim instanceof List<?> ? Set.copyOf(token.getClaimAsStringList("scope")) : Set.of();
    }

    private static Refusal unauthenticated() {
        return Refusal.of(RefusalCode.E_WEB_UNAUTHENTICATED, "请先登录,或令牌已失效。", "Log in first; there is no valid token.");
    }

    private static Refusal denied() {
        return Refusal.of(
                RefusalCode.E_GEN_SCOPE, "您的岗位或应用没有此项权限。", "Neither your posts nor this client have this permission.");
    }
}
