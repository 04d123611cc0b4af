package io.duban.platform.persistence;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts the embedded PostgreSQL while the application still looks for its classes: unpacking and initdb take seconds, and nobody has to wait for
 * them before the first bean asks for the database. Named in {@code META-INF/spring.factories}.
 */
final class EmbeddedDatabaseStart implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String NAME = "embeddedDatabase";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        if (!environment.getProperty("duban.database.mode", "embedded").equals("embedded")) {
            return;
        }
        var home = Path.of(environment.getRequiredProperty("duban.home"));
        var port = environment.getProperty("duban.database.port", Integer.class, 0);
        var database = new FutureTask<>(() -> EmbeddedDatabase.start(home, port));
        new Thread(database, "embedded-database").start();

        var beans = (DefaultListableBeanFactory) context.getBeanFactory();
        var definition = new RootBeanDefinition(EmbeddedDatabase.class, () -> started(database));
        definition.setDestroyMethodName("");
        beans.registerBeanDefinition(NAME, definition);
        // Also when the start fails before any bean has asked for it; and last of all, since it is registered first.
        beans.registerDisposableBean(NAME, () -> close(database));
    }

    private static void close(FutureTask<EmbeddedDatabase> database) throws IOException, InterruptedException {
        try {
            database.get().close();
        } catch (ExecutionException neverStarted) {
            // whoever asked for it was told
        }
    }

    private static EmbeddedDatabase started(FutureTask<EmbeddedDatabase> database) {
        try {
            return database.get();
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
