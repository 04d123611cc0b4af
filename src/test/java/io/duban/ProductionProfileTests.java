package io.duban;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.platform.identity.server.AuthorizationServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The whole product as an office runs it, on a PostgreSQL that somebody else started. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "duban.home=target/production",
            "DUBAN_DATABASE_PASSWORD=unused",
            "DUBAN_DATABASE_OWNER_PASSWORD=unused",
            "DUBAN_DATABASE_NAME=duban",
            "DUBAN_DISTRICT=nanhu",
            "DUBAN_CURSOR_SECRET=0123456789abcdef0123456789abcdef",
            "DUBAN_CALLER_KEY=0123456789abcdef0123456789abcdef",
            "DUBAN_WEBHOOKS_KEY=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
            "DUBAN_REPORTERS_KEY=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
            "DUBAN_IDENTITY_ISSUER=https://login.example.gov.cn/realms/duban",
            "duban.evidence.s3.endpoint=http://127.0.0.1:9",
            "duban.evidence.s3.bucket=duban-evidence",
            "duban.evidence.s3.access-key=duban",
            "duban.evidence.s3.secret-key=unused"
        })
@ActiveProfiles("production")
class ProductionProfileTests {

    private static final EmbeddedPostgres POSTGRES = postgres();

    @Autowired
    private ApplicationContext context;

    @Value("${local.server.port}")
    private int port;

    @Value("${local.management.port}")
    private int managementPort;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("DUBAN_DATABASE_PORT", POSTGRES::getPort);
    }

    @AfterAll
    static void stop() throws IOException {
        POSTGRES.close();
    }

    @Test
    void isAliveAndReadyOnTheMainPort() {
        for (var path : new String[] {"/livez", "/readyz"}) {
            // A database that does not answer within a second makes it not ready, until it is asked again.
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> main().get()
                            .uri(path)
                            .exchange()
                            .expectStatus()
                            .isOk()
                            .expectBody()
                            .json("{\"status\":\"UP\"}"));
        }
    }

    @Test
    void keepsMetricsOffTheMainPort() {
        main().get().uri("/actuator/prometheus").exchange().expectStatus().isNotFound();
        at(managementPort)
                .get()
                .uri("/actuator/prometheus")
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void asksForATokenBelowV1() {
        main().get().uri("/v1/hotline-tickets").exchange().expectStatus().isUnauthorized();
    }

    @Test
    void logsNobodyInByItselfAndBringsNoPeople() {
        assertThat(context.getBeanProvider(AuthorizationServer.class).getIfAvailable())
                .isNull();
        assertThat(JdbcClient.create(POSTGRES.getDatabase("duban_owner", "duban"))
                        .sql("select count(*) from person")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private WebTestClient main() {
        return at(port);
    }

    private static WebTestClient at(int port) {
        return WebTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
    }

    private static EmbeddedPostgres postgres() {
        try {
            var postgres = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .start();
            var superuser = JdbcClient.create(postgres.getPostgresDatabase());
            superuser.sql("create role duban_owner login").update();
            superuser.sql("create role duban_app login").update();
            superuser.sql("create database duban owner duban_owner").update();
            JdbcClient.create(postgres.getDatabase("duban_owner", "duban"))
                    .sql("""
                            alter default privileges in schema public
                            grant select, insert, update, delete on tables to duban_app""")
                    .update();
            return postgres;
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
