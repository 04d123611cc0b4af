package io.duban.platform.calendar;

import static io.duban.platform.calendar.Notices.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Against a real PostgreSQL with the migrations that ship. */
class DeadlinesTests {

    private static final UUID SUBJECT = UUID.fromString("019aaaaa-0000-7000-8000-000000000001");
    private static final Instant FRIDAY = at("2026-09-18T16:00");

    private final DatabaseClient database = MigratedDatabase.client();
    private final Deadlines deadlines = new Deadlines(new WorkCalendars(database), database);

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
        assertThat(deadlines.explain(shared, DeadlineHistory.NONE, null).block())
                .first()
                .asString()
                .contains("协办时限：主办时限5个工作日的60%");
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
                .flatMap(started -> deadlines.explain(started, DeadlineHistory.NONE, Locale.CHINA))
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
    void isPutTogetherBySpring() {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.registerBean(DatabaseClient.class, () -> database);
            context.register(WorkCalendars.class, Deadlines.class);
            context.refresh();

            context.getBean(Deadlines.class)
                    .start("HOT_HELP", "HotlineTicket", SUBJECT, "handle", FRIDAY)
                    .as(StepVerifier::create)
                    .expectNextCount(1)
                    .verifyComplete();
        }
    }

    private Mono<Void> write(Deadline deadline) {
        return database.sql("""
                        insert into deadline (id, subject_type, subject_id, step, rule_id, rule_version, calendar_version,
                            trigger_at, original_due_at, current_due_at, warn_at, provisional, host_id, outer_due_at)
                        values (:id, :subjectType, :subjectId, :step, :ruleId, :ruleVersion, :calendarVersion,
                            :triggerAt, :originalDueAt, :currentDueAt, :warnAt, :provisional, :hostId, :outerDueAt)""").bindProperties(deadline).then();
    }

    private Mono<Deadline> read(UUID id) {
        return database.sql("select * from deadline where id = :id")
                .bind("id", id)
                .mapProperties(Deadline.class)
                .one();
    }
}
