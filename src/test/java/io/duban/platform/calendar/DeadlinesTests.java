package io.duban.platform.calendar;

import static io.duban.platform.calendar.Notices.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Against a real PostgreSQL with the migrations that ship. */
class DeadlinesTests {

    private static final UUID SUBJECT = UUID.fromString("019aaaaa-0000-7000-8000-000000000001");
    private static final Instant FRIDAY = at("2026-09-18T16:00");

    private static EmbeddedPostgres postgres;
    private static DatabaseClient database;

    private final WorkCalendars calendars = new WorkCalendars(database);
    private final Deadlines deadlines = new Deadlines(calendars);

    @BeforeAll
    static void migrate() throws IOException {
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
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Test
    void loadsTheNoticesAsPublished() {
        calendars
                .current()
                .map(Edition::calendar)
                .as(StepVerifier::create)
                .expectNext(Notices.BOTH)
                .verifyComplete();
    }

    @Test
    void shipsTheRulesOfTheAppendix() {
        Edition edition = calendars.current().block();

        assertThat(edition.rules())
                .allSatisfy(rule -> assertThat(rule.version()).isOne())
                .extracting(rule -> rule.ruleId() + " " + rule.amount() + " " + rule.unit() + " " + rule.cutOff())
                .hasSize(70)
                .contains(
                        "DOC_SIGN_EXTRA 30 NATURAL_MINUTE NONE",
                        "DOC_ISSUED_SIGN_URGENT 4 WORKING_HOUR NONE",
                        "DOC_WHOLE_MULTI 10 WORKING_DAY OFFICE_CLOSE",
                        "DOC_READ 3 WORKING_DAY END_OF_DAY",
                        "LEGAL_MAJOR 7 WORKING_DAY END_OF_DAY",
                        "INS_COMPLEX 20 WORKING_DAY OFFICE_CLOSE",
                        "SUP_MEDIA 5 NATURAL_DAY END_OF_DAY",
                        "SUP_OBJECT_DECIDE 30 NATURAL_DAY END_OF_DAY",
                        "CARD_OBJECT 3 WORKING_DAY END_OF_DAY",
                        "HOT_SIGN_RISK 10 NATURAL_MINUTE NONE",
                        "HOT_CONTACT_ORD 24 NATURAL_HOUR NONE",
                        "HOT_SUGGEST 5 WORKING_DAY END_OF_DAY",
                        "HOT_RETURN_DECIDE 4 WORKING_HOUR NONE",
                        "FEEDBACK_ANSWER 5 WORKING_DAY END_OF_DAY");
    }

    @Test
    void startsAClockThatSurvivesTheDatabase() {
        Deadline started = deadlines
                .start("HOT_HELP", "HotlineTicket", SUBJECT, "handle", FRIDAY.plusNanos(1_234_567))
                .block();

        assertThat(started.originalDueAt()).isEqualTo(at("2026-09-24T24:00"));
        assertThat(started.currentDueAt()).isEqualTo(started.originalDueAt());
        assertThat(started.warnAt()).isEqualTo(at("2026-09-23T24:00"));
        assertThat(started.calendarVersion()).isEqualTo("2026.1");
        assertThat(started.provisional()).isFalse();
        assertThat(started.id().version()).isEqualTo(7);
        write(started)
                .then(read(started.id()))
                .as(StepVerifier::create)
                .expectNext(started)
                .verifyComplete();
    }

    @Test
    void takesACoHandlersClockFromTheHosts() {
        Deadline host = deadlines
                .start("HOT_HELP", "HotlineTicket", SUBJECT, "handle", FRIDAY)
                .block();

        Deadline shared = deadlines
                .coFrom(host, "HotlineCoHandling", SUBJECT, "answer", FRIDAY)
                .block();

        assertThat(shared.ruleId()).isEqualTo("HOT_HELP/CO");
        assertThat(shared.originalDueAt()).isEqualTo(at("2026-09-22T24:00"));
        assertThat(deadlines.explain(shared).block()).first().asString().contains("协办时限：主办时限5个工作日的60%");
    }

    @Test
    void staysADayInsideAnOuterDate() {
        Deadline inner = deadlines
                .inside(at("2026-09-28T24:00"), "HOT_HELP", "HotlineTicket", SUBJECT, "handle", FRIDAY)
                .block();

        assertThat(inner.ruleId()).isEqualTo("HOT_HELP/INNER");
        assertThat(inner.originalDueAt()).isEqualTo(at("2026-09-24T24:00"));
    }

    @Test
    void explainsEachDaySkippedOrMadeUp() {
        deadlines
                .start("HOT_HELP", "HotlineTicket", SUBJECT, "handle", FRIDAY)
                .flatMap(deadlines::explain)
                .as(StepVerifier::create)
                .expectNext(List.of(
                        "求助办理答复时限5个工作日（规则HOT_HELP第1版，依据：潍坊市12345条例第二十条；济南市12345条例第二十四条；山东省政务服务热线管理办法）",
                        "自2026年9月18日（周五）16:00起算，当日不计",
                        "2026年9月19日（周六）周末，不计",
                        "2026年9月20日（周日）调休上班，计为工作日",
                        "按工作日历2026.1版，到期：2026年9月24日（周四）24:00"))
                .verifyComplete();
    }

    @Test
    void namesARuleThatDoesNotExist() {
        deadlines
                .start("NO_SUCH_RULE", "HotlineTicket", SUBJECT, "handle", FRIDAY)
                .as(StepVerifier::create)
                .verifyErrorSatisfies(failure -> assertThat(failure)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("NO_SUCH_RULE"));
    }

    @Test
    void noticesAChangeOnlyWhenItChecks() {
        var eager = new Deadlines(new WorkCalendars(database, Duration.ZERO));
        calendars.current().block();
        eager.start("HOT_HELP", "HotlineTicket", SUBJECT, "handle", FRIDAY).block();

        run("insert into deadline_rule select rule_id, 2, step, unit, 10, cut_off, basis from deadline_rule"
                + " where rule_id = 'HOT_HELP'");
        try {
            assertThat(versionStartedBy(eager)).isEqualTo(2);
            assertThat(versionStartedBy(deadlines)).isEqualTo(1);
        } finally {
            run("delete from deadline_rule where version = 2");
        }
    }

    @Test
    void neverLearnsRulesFromATransactionThatMayFail() {
        var transaction = TransactionalOperator.create(new R2dbcTransactionManager(database.getConnectionFactory()));

        database.sql("insert into deadline_rule select rule_id, 3, step, unit, 10, cut_off, basis from deadline_rule"
                        + " where rule_id = 'HOT_HELP'")
                .then()
                .then(deadlines.start("HOT_HELP", "HotlineTicket", SUBJECT, "handle", FRIDAY))
                .flatMap(started -> Mono.<Integer>error(new IllegalArgumentException("saw " + started.ruleVersion())))
                .as(transaction::transactional)
                .as(StepVerifier::create)
                .verifyErrorMessage("saw 1");
    }

    @Test
    void isPutTogetherBySpring() {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.registerBean(DatabaseClient.class, () -> database);
            context.register(WorkCalendars.class, Deadlines.class);
            context.refresh();

            assertThat(versionStartedBy(context.getBean(Deadlines.class))).isOne();
        }
    }

    private static int versionStartedBy(Deadlines some) {
        return some.start("HOT_HELP", "HotlineTicket", SUBJECT, "handle", FRIDAY)
                .block()
                .ruleVersion();
    }

    private static void run(String sql) {
        database.sql(sql).then().block();
    }

    private static Mono<Void> write(Deadline deadline) {
        return database.sql("""
                        insert into deadline (id, subject_type, subject_id, step, rule_id, rule_version, calendar_version,
                            trigger_at, original_due_at, current_due_at, warn_at, provisional)
                        values (:id, :subjectType, :subjectId, :step, :ruleId, :ruleVersion, :calendarVersion,
                            :triggerAt, :originalDueAt, :currentDueAt, :warnAt, :provisional)""").bindProperties(deadline).then();
    }

    private static Mono<Deadline> read(UUID id) {
        return database.sql("select * from deadline where id = :id")
                .bind("id", id)
                .mapProperties(Deadline.class)
                .one();
    }
}
