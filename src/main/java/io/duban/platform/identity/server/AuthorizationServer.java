package io.duban.platform.identity.server;

import static java.util.Map.entry;

import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
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
    private volatile @Nullable FutureTask<AnnotationConfigServletWebServerApplicationContext> opening;
    private volatile boolean running;

    AuthorizationServer(ServerPlan plan, JdbcConnectionDetails database) {
        this.plan = plan;
        this.database = database;
    }

    /** The issuer that tokens carry; discovery is found under it. */
    public URI issuer() {
        return plan.issuer();
    }

    /** Begins to open, on a thread of its own: it needs nothing of the application but the tables, and would be a good part of its start. */
    void open() {
        var task = new FutureTask<>(this::context);
        opening = task;
        new Thread(task, "authorization-server").start();
    }

    @Override
    public void start() {
        var task = opening;
        if (task == null) {
            open();
            task = opening;
        }
        opened(Objects.requireNonNull(task));
        running = true;
        log.info("Authorization server: {} (port {})", plan.issuer(), plan.port());
    }

    private AnnotationConfigServletWebServerApplicationContext context() {
        var servlets = new AnnotationConfigServletWebServerApplicationContext();
        servlets.setId("authorization-server");
        servlets.setAllowBeanDefinitionOverriding(false);
        servlets.setEnvironment(environment());
        servlets.registerBean(ServerPlan.class, () -> plan);
        servlets.registerBean(DataSource.class, this::connections);
        servlets.register(ServerContext.class);
        servlets.refresh();
        return servlets;
    }

    private static AnnotationConfigServletWebServerApplicationContext opened(
            FutureTask<AnnotationConfigServletWebServerApplicationContext> task) {
        try {
            return task.get();
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void stop() {
        var task = opening;
        if (task != null) {
            opening = null;
            running = false;
            opened(task).close();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
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
