package io.duban.platform.identity.server;

import static java.util.Map.entry;

import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.MapPropertySource;
import org.springframework.web.context.support.StandardServletEnvironment;

/** Starts and stops the embedded authorization server together with the application it belongs to. */
public final class AuthorizationServer implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(AuthorizationServer.class);

    private final ServerPlan plan;
    private final JdbcConnectionDetails database;
    private volatile @Nullable AnnotationConfigServletWebServerApplicationContext context;

    AuthorizationServer(ServerPlan plan, JdbcConnectionDetails database) {
        this.plan = plan;
        this.database = database;
    }

    /** The issuer that tokens carry; discovery is found under it. */
    public URI issuer() {
        return plan.issuer();
    }

    @Override
    public void start() {
        var servlets = new AnnotationConfigServletWebServerApplicationContext();
        servlets.setId("authorization-server");
        servlets.setAllowBeanDefinitionOverriding(false);
        servlets.setEnvironment(environment());
        servlets.registerBean(ServerPlan.class, () -> plan);
        servlets.registerBean(DataSource.class, this::connections);
        servlets.register(ServerContext.class);
        servlets.refresh();
        context = servlets;
        log.info("Authorization server: {} (port {})", plan.issuer(), plan.port());
    }

    @Override
    public void stop() {
        var running = context;
        if (running != null) {
            running.close();
            context = null;
        }
    }

    @Override
    public boolean isRunning() {
        return context != null;
    }

    /** Before the main web server starts and after it stops: a call it takes may need our keys. */
    @Override
    public int getPhase() {
        return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
    }

    // Nothing but what is written here: SERVER_PORT and its like are meant for the main application.
    private StandardServletEnvironment environment() {
        var environment = new StandardServletEnvironment();
        var sources = environment.getPropertySources();
        sources.remove(StandardServletEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
        sources.remove(StandardServletEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
        sources.addFirst(new MapPropertySource(
                "authorization server",
                Map.ofEntries(
                        entry("server.port", plan.port()),
                        entry("server.forward-headers-strategy", "native"),
                        entry("server.tomcat.threads.max", 8),
                        entry("server.tomcat.threads.min-spare", 1),
                        entry("server.servlet.session.timeout", "30m"),
                        entry("server.servlet.session.cookie.name", "AUTHSESSION"),
                        entry("server.servlet.session.cookie.http-only", true),
                        // Lax, as the application sends people here by a link from elsewhere.
                        entry("server.servlet.session.cookie.same-site", "lax"),
                        entry("server.servlet.session.cookie.secure", plan.overTls()))));
        return environment;
    }

    private DataSource connections() {
        var pool = new HikariDataSource();
        pool.setPoolName("authorization-server");
        pool.setJdbcUrl(database.getJdbcUrl());
        pool.setUsername(database.getUsername());
        pool.setPassword(database.getPassword());
        pool.setMaximumPoolSize(4);
        pool.setMinimumIdle(1);
        return pool;
    }
}
