package io.duban.platform.identity;

import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

class SubjectsTests {

    private static final String ISSUER = "https://login.example.gov.cn/realms/duban";
    private static final UUID CLERK = UUID.randomUUID();

    private static EmbeddedPostgres postgres;
    private static DatabaseClient database;

    private final Subjects outside = new Subjects(database, false);
    private final Subjects embedded = new Subjects(database, true);

    @BeforeAll
    static void hireClerk() throws IOException {
        postgres = EmbeddedPostgres.start();
        Flyway.configure()
                .dataSource(postgres.getPostgresDatabase())
                .locations("classpath:db/migration")
                .load()
                .migrate();
        database = DatabaseClient.create(new PostgresqlConnectionFactory(PostgresqlConnectionConfiguration.builder()
                .host("localhost")
                .port(postgres.getPort())
                .username("postgres")
                .database("postgres")
                .build()));
        var office = UUID.randomUUID();
        run("insert into organization (id, kind, name, short_name) values ('%s', 'OFFICE', '区政府办公室', '府办')"
                .formatted(office));
        run("insert into person (id, name, username, organization_id) values ('%s', '张伟', 'clerk', '%s')"
                .formatted(CLERK, office));
        run("insert into person_subject values ('%s', 'f:ldap:zhang.wei', '%s')".formatted(ISSUER, CLERK));
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Test
    void findsThePersonOfAnOutsideAccount() {
        outside.personOf(ISSUER, "f:ldap:zhang.wei")
                .as(StepVerifier::create)
                .expectNext(CLERK)
                .verifyComplete();
    }

    @Test
    void doesNotTakeTheAccountOfAnotherIssuer() {
        outside.personOf("https://elsewhere.example", "f:ldap:zhang.wei")
                .as(StepVerifier::create)
                .verifyComplete();
    }

    @Test
    void doesNotTakeOurOwnIdFromAnOutsideIssuer() {
        outside.personOf(ISSUER, CLERK.toString()).as(StepVerifier::create).verifyComplete();
    }

    @Test
    void takesTheEmbeddedIssuersSubjectForThePersonItself() {
        embedded.personOf("http://localhost:9000", CLERK.toString())
                .as(StepVerifier::create)
                .expectNext(CLERK)
                .verifyComplete();
    }

    @Test
    void takesNoSubjectThatIsNoId() {
        embedded.personOf("http://localhost:9000", "f:ldap:zhang.wei")
                .as(StepVerifier::create)
                .verifyComplete();
    }

    @Test
    void findsAnAccountWhateverItsNameIsMadeOf() {
        var name = "\"zhang\\wei\", {NULL}";
        run("insert into person_subject values ('%s', '%s', '%s')".formatted(ISSUER, name, CLERK));

        outside.personOf(ISSUER, name)
                .as(StepVerifier::create)
                .expectNext(CLERK)
                .verifyComplete();
    }

    /** At an outside issuer accounts may choose their names. */
    @Test
    void aNameThatCanBeNobodysSpoilsNoneThatIsReadWithIt() {
        Flux.just("a", "b", "zhang\0wei", "f:ldap:zhang.wei")
                .flatMap(subject -> outside.personOf(ISSUER, subject))
                .as(StepVerifier::create)
                .expectNext(CLERK)
                .verifyComplete();
    }

    private static void run(String sql) {
        database.sql(sql).then().block();
    }
}
