package io.duban.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Against a real PostgreSQL with the migrations that ship. */
class WorkCalendarsTests {

    private static final String NEW_VERSION = """
            insert into deadline_rule select rule_id, 2, step, unit, 10, cut_off, basis from deadline_rule
            where rule_id = 'HOT_HELP'""";

    private final DatabaseClient database = MigratedDatabase.client();
    private final WorkCalendars calendars = new WorkCalendars(database);

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
                .doesNotHaveDuplicates()
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
    void noticesAChangeOnlyWhenItChecks() {
        var eager = new WorkCalendars(database, Duration.ZERO);
        assertThat(newestVersion(eager).block()).isOne();
        assertThat(newestVersion(calendars).block()).isOne();

        run(NEW_VERSION);
        try {
            assertThat(newestVersion(eager).block()).isEqualTo(2);
            assertThat(newestVersion(calendars).block()).isOne();
        } finally {
            run("delete from deadline_rule where version = 2");
        }
    }

    @Test
    void keepsWhatItKnowsWhileNothingChanges() {
        var eager = new WorkCalendars(database, Duration.ZERO);

        assertThat(eager.current().block()).isSameAs(eager.current().block());
    }

    @Test
    void neverLearnsFromATransactionThatMayFail() {
        var transaction = TransactionalOperator.create(new R2dbcTransactionManager(database.getConnectionFactory()));

        database.sql(NEW_VERSION)
                .then()
                .then(newestVersion(calendars))
                .flatMap(version -> Mono.<Integer>error(new IllegalArgumentException("saw " + version)))
                .as(transaction::transactional)
                .as(StepVerifier::create)
                .verifyErrorMessage("saw 1");
    }

    private static Mono<Integer> newestVersion(WorkCalendars calendars) {
        return calendars.current().map(edition -> edition.rule("HOT_HELP").version());
    }

    private void run(String sql) {
        database.sql(sql).then().block();
    }
}
