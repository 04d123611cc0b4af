package io.duban.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole product, over HTTP on a random port ({@code @LocalServerPort}), with a database of its own (the bean {@link TestDatabase}) and
 * tokens of {@link TestTokens}. Tests with the same properties share one running server: what they write, the next one finds.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "duban.identity.server.enabled=false",
            "duban.database.mode=external",
            "duban.quiet-hours=none",
            "duban.memory.give-back=false"
        })
@ContextConfiguration(initializers = ServerTest.Surroundings.class)
public @interface ServerTest {

    /** What is new for each server: its database and its home. */
    class Surroundings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var database = TestDatabase.create();
            context.getBeanFactory().registerSingleton("testDatabase", database);
            TestPropertyValues.of(
                            "duban.home="
                                    + Path.of(
                                            "target", "homes", UUID.randomUUID().toString()),
                            "duban.identity.issuer=" + TestTokens.issuer(),
                            "duban.identity.jwk-set-uri=" + TestTokens.keys(),
                            "spring.r2dbc.url=" + database.r2dbcUrl(),
                            "spring.flyway.url=" + database.jdbcUrl(),
                            "spring.flyway.user=" + database.user(),
                            "spring.flyway.password=")
                    .applyTo(context);
        }
    }
}
