package io.duban.platform.identity.server;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.security.web.session.HttpSessionEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The beans of the servlet context. No stereotype on purpose: {@link AuthorizationServer} registers it, and the main application's
 * scan must pass it by.
 */
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class, // names and passwords may be Chinese
    SecurityFilterAutoConfiguration.class
})
@Import({SecurityChains.class, ExpiredAuthorizations.class})
@EnableScheduling
class ServerContext {

    /**
     * Spring Security wraps the last operator of every chain in the process by a hook, so that what it keeps for a servlet's thread goes along. No servlet here
     * begins a chain; the product's requests, which share the process, would pay a twentieth of their processor time for it.
     */
    @Bean
    static BeanDefinitionRegistryPostProcessor withoutHookOnEveryChain() {
        return registry -> registry.removeBeanDefinition("securityReactorContextSubscriberRegistrar");
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    JdbcTemplate jdbcTemplate(DataSource database) {
        return new JdbcTemplate(database);
    }

    @Bean
    People people(JdbcTemplate database) {
        return new People(JdbcClient.create(database));
    }

    @Bean
    Clients clients(JdbcTemplate database, ServerPlan plan) {
        return new Clients(JdbcClient.create(database), plan.clients());
    }

    @Bean
    Authorizations authorizations(DataSource source, JdbcTemplate database, Clients clients, People people) {
        var transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        return new Authorizations(database, transaction, clients, people);
    }

    @Bean
    AuthorizationServerSettings endpoints(ServerPlan plan) {
        return AuthorizationServerSettings.builder()
                .issuer(plan.issuer().toString())
                .build();
    }

    @Bean
    JWKSource<SecurityContext> keys(ServerPlan plan) {
        return new ImmutableJWKSet<>(new JWKSet(SigningKey.under(plan.home())));
    }

    @Bean
    OAuth2TokenGenerator<? extends OAuth2Token> tokens(
            JWKSource<SecurityContext> keys, ServerPlan plan, People people, Clock clock) {
        var signed = new JwtGenerator(new NimbusJwtEncoder(keys));
        signed.setJwtCustomizer(new TokenClaims(plan.audience(), people));
        return new DelegatingOAuth2TokenGenerator(signed, new RefreshTokens(clock));
    }

    @Bean
    PasswordEncoder passwords() {
        var encoder = (DelegatingPasswordEncoder) PasswordEncoderFactories.createDelegatingPasswordEncoder();
        encoder.setDefaultPasswordEncoderForMatches(new BCryptPasswordEncoder()); // a hash without its {prefix}
        return encoder;
    }

    /** Without it the library would remember the sessions of people who have long gone. */
    @Bean
    HttpSessionEventPublisher sessionEvents() {
        return new HttpSessionEventPublisher();
    }

    @Bean
    TaskScheduler sweeper() {
        var scheduler = new ThreadPoolTaskScheduler();
        scheduler.setThreadNamePrefix("authorization-server-");
        scheduler.setDaemon(true);
        return scheduler;
    }

    @Bean
    Pages pages() {
        return new Pages();
    }

    /** Everything is answered by filters, but the container calls no filter where no servlet is. */
    @Bean
    ServletRegistrationBean<Servlet> nothingElse() {
        return new ServletRegistrationBean<>(
                new HttpServlet() {
                    @Override
                    protected void service(HttpServletRequest request, HttpServletResponse response)
                            throws IOException {
                        response.sendError(HttpServletResponse.SC_NOT_FOUND);
                    }
                },
                "/");
    }
}
