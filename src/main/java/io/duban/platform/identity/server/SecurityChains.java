package io.duban.platform.identity.server;

import static org.springframework.security.config.Customizer.withDefaults;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

/** Who may call what: first the protocol's endpoints, then the pages for people; the rest does not exist. */
@EnableWebSecurity
class SecurityChains {

    private final ServerPlan plan;
    private final Pages pages;

    SecurityChains(ServerPlan plan, Pages pages) {
        this.plan = plan;
        this.pages = pages;
    }

    @Bean
    @Order(1)
    SecurityFilterChain protocolChain(HttpSecurity http, Clients clients) {
        var answers = new AuthorizationResponse(plan.issuer(), pages);
        var html = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
        return http.oauth2AuthorizationServer(server -> {
                    http.securityMatcher(server.getEndpointsMatcher());
                    server.clientAuthentication(client -> client.authenticationConverter(new PublicClientRequest())
                                    .authenticationProvider(new PublicClientCheck(clients)))
                            .authorizationEndpoint(endpoint -> endpoint.authorizationResponseHandler(answers::granted)
                                    .errorResponseHandler(answers::refused))
                            .authorizationServerMetadataEndpoint(
                                    endpoint -> endpoint.authorizationServerMetadataCustomizer(
                                            metadata -> metadata.claims(Metadata::correct)))
                            .oidc(oidc -> oidc.providerConfigurationEndpoint(
                                            endpoint -> endpoint.providerConfigurationCustomizer(
                                                    metadata -> metadata.claims(Metadata::correctOpenId)))
                                    .logoutEndpoint(endpoint ->
                                            endpoint.errorResponseHandler((request, response, failure) -> pages.notice(
                                                    request, response, HttpStatus.BAD_REQUEST, "refused"))));
                })
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .oauth2ResourceServer(tokens -> tokens.jwt(withDefaults()))
                .cors(cors -> cors.configurationSource(origins()))
                .exceptionHandling(failures -> failures.defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint(LogInPage.PATH), html))
                .headers(strict())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pageChain(HttpSecurity http, People people, PasswordEncoder encoder, Clock clock) {
        var page = new LogInPage(pages);
        // Not a bean: Spring Security would also make it the parent of both chains, and count each wrong password
        // twice.
        var passwords = new PasswordCheck(people, encoder, new LogInThrottle(clock));
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(LogInPage.PATH)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .authenticationProvider(passwords)
                .formLogin(form -> form.loginPage(LogInPage.PATH)
                        .successHandler(page::succeeded)
                        .failureHandler(page::failed))
                .addFilterBefore(page, UsernamePasswordAuthenticationFilter.class)
                .logout(out -> out.disable())
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.NOT_FOUND))
                                // Only the log-in form can be denied: its page was open for too long.
                                .accessDeniedHandler((request, response, denied) ->
                                        response.sendRedirect(LogInPage.PATH + "?expired")))
                .headers(strict())
                .build();
    }

    /** Reads our own access tokens again, for the user-info endpoint. */
    @Bean
    JwtDecoder accessTokens(JWKSource<SecurityContext> keys) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(keys)
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .jwtProcessorCustomizer(processor ->
                        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("at+jwt"))))
                .build();
        decoder.setJwtValidator(JwtValidators.createAtJwtValidator()
                .issuer(plan.issuer().toString())
                .audience(plan.audience())
                .build());
        return decoder;
    }

    private Customizer<HeadersConfigurer<HttpSecurity>> strict() {
        String policy = ContentSecurity.policy(pages.style(), plan.clients().values());
        return headers -> headers.contentSecurityPolicy(content -> content.policyDirectives(policy))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(permissions ->
                        permissions.policy("camera=(), geolocation=(), microphone=(), payment=(), usb=()"));
    }

    private CorsConfigurationSource origins() {
        var rules = new CorsConfiguration();
        rules.setAllowedOrigins(plan.origins());
        rules.setAllowedMethods(List.of("GET", "POST"));
        rules.setAllowedHeaders(List.of("Authorization", "Content-Type", "DPoP"));
        var source = new UrlBasedCorsConfigurationSource();
        // Not the authorization endpoint: browsers go there, scripts do not.
        List.of("/.well-known/**", "/oauth2/jwks", "/oauth2/token", "/oauth2/revoke", "/userinfo")
                .forEach(path -> source.registerCorsConfiguration(path, rules));
        return source;
    }
}
