package io.duban.instructions;

import static io.duban.instructions.InstructionStatus.*;
import static io.duban.platform.identity.Role.*;
import static io.duban.support.DemoDistrict.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.duban.instructions.InstructionIntake.Category;
import io.duban.instructions.InstructionIntake.LeadersWords;
import io.duban.instructions.InstructionIntake.Source;
import io.duban.instructions.InstructionIntake.Task;
import io.duban.instructions.InstructionIntake.Urgency;
import io.duban.platform.commands.Commands;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.support.ServerTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Words a leader writes on another module's paper go with the paper, in its own statements. */
@ServerTest
class InstructionIntakeTests {

    private static final Instant SOON = Instant.now().plus(2, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);

    @Autowired
    InstructionIntake intake;

    @Autowired
    LeaderInstructions instructions;

    @Autowired
    Commands commands;

    @Autowired
    DatabaseClient database;

    private final UUID paper = UUID.randomUUID();
    private PaperDesk desk;

    @BeforeEach
    void openTheDesk() {
        desk = new PaperDesk(commands);
    }

    @Test
    void goWithThePaperFromTheLeadersPenToHisDesk() {
        write(words(Category.ACT_AND_REPORT, null, SOON));
        assertThat(open()).hasSize(1);
        assertThat(openTodos("DECOMPOSE")).isEqualTo(1);

        assign(host(URBAN_BUREAU), new Task(HOUSING_BUREAU, Task.Role.CO, "配合", SOON.minusSeconds(3600)));
        var assigned = only();
        assertThat(assigned.status()).isEqualTo(ASSIGNED);
        assertThat(assigned.dueAt()).isEqualTo(SOON);
        assertThat(assigned.unitIds()).containsOnly(URBAN_BUREAU, HOUSING_BUREAU);
        assertThat(openTodos("DECOMPOSE")).isZero();
        assertThat(count("select count(*) from deadline where subject_id = $1 and satisfied_at is null"))
                .isEqualTo(1);
        assertThat(count("select count(*) from supervision_matter where title = '关于泵站的请示' and $1 is not null"))
                .isZero();

        desk.run(DIRECTOR, OFFICE_DIRECTOR, command -> intake.begunWith(paper, command));
        assertThat(only().status()).isEqualTo(IN_PROGRESS);
        desk.run(DIRECTOR, OFFICE_DIRECTOR, command -> intake.reportedWith(paper, "已办结", command));
        assertThat(only().status()).isEqualTo(REPORTED);
        assertThat(only().words().exactWords()).isEqualTo("请查清原因");
        assertThat(openTodos("STRIKE_OFF")).isEqualTo(1);
        assertThat(count("select count(*) from deadline where subject_id = $1 and satisfied_at is null"))
                .isZero();
        assertThat(
                        count(
                                "select count(*) from event_log where subject_id = $1 and type in "
                                        + "('instruction.leader.recorded', 'instruction.leader.assigned', 'instruction.leader.reported')"))
                .isEqualTo(3);
    }

    @Test
    void keepAPaperOpenOnlyWhileTheyAskForSomething() {
        for (var category : List.of(Category.READ, Category.READ_STUDY, Category.AGREE, Category.DISAGREE)) {
            write(words(category, null, null));
        }
        assertThat(open()).isEmpty();
        desk.run(DIRECTOR, OFFICE_DIRECTOR, command -> intake.assignedWith(paper, List.of(), command));
        desk.run(DIRECTOR, OFFICE_DIRECTOR, command -> intake.reportedWith(paper, "已办结", command));
        assertThat(instructions.findBySourceId(paper).collectList().block())
                .hasSize(4)
                .allMatch(instruction -> instruction.status() == NO_ACTION_NEEDED);
    }

    @Test
    void takeTheRulesDateWhereTheLeaderSetNone() {
        write(words(Category.ACT, null, null));
        assign(host(URBAN_BUREAU));
        assertThat(only().dueAt()).isAfter(SOON);
    }

    @Test
    void areNotAssignedWithoutAHostOrADate() {
        write(words(Category.ACT, null, SOON));
        assertThat(refused()).isEqualTo(RefusalCode.E_GEN_HOST_REQUIRED);
        assertThat(refused(host(URBAN_BUREAU), host(HOUSING_BUREAU))).isEqualTo(RefusalCode.E_GEN_HOST_REQUIRED);
        assertThat(refused(new Task(URBAN_BUREAU, Task.Role.HOST, "查", null)))
                .isEqualTo(RefusalCode.E_DOC_DUE_REQUIRED);
        assertThat(refused(new Task(URBAN_BUREAU, Task.Role.HOST, "查", SOON.plusSeconds(60))))
                .isEqualTo(RefusalCode.E_GEN_VALIDATION);
        assertThat(refused(
                        new Task(URBAN_BUREAU, Task.Role.HOST, "查", SOON.minusSeconds(60)),
                        new Task(HOUSING_BUREAU, Task.Role.CO, "配合", SOON)))
                .isEqualTo(RefusalCode.E_SUP_CO_DUE_LATE);
        assertThat(refused(host(UUID.randomUUID()))).isEqualTo(RefusalCode.E_GEN_VALIDATION);
        assertThat(only().status()).isEqualTo(RECORDED);
    }

    @Test
    void goToTheCoordinatingLeaderFirst() {
        write(words(Category.COORDINATE, DEPUTY, SOON));
        assertThat(count("select count(*) from todo where subject_id = $1 and action = 'COORDINATE' and person_id = '"
                        + DEPUTY + "'"))
                .isEqualTo(1);
        assertThat(refused(host(URBAN_BUREAU))).isEqualTo(RefusalCode.E_GEN_ILLEGAL_STATE);

        desk.run(
                DEPUTY,
                DEPUTY_LEADER,
                command -> Mono.just(intake.recorded(words(Category.READ, null, null), command)));
        assign(host(URBAN_BUREAU));
        assertThat(openTodos("COORDINATE")).isZero();
    }

    @Test
    void areALeadersToWrite() {
        var refusal = catchThrowableOfType(
                Refusal.class,
                () -> desk.run(
                        DIRECTOR,
                        OFFICE_DIRECTOR,
                        command -> Mono.fromSupplier(() -> intake.recorded(words(Category.ACT, null, null), command))));
        assertThat(refusal.code()).isEqualTo(RefusalCode.E_GEN_SCOPE);
    }

    private LeadersWords words(Category category, @Nullable UUID coordinator, @Nullable Instant due) {
        return new LeadersWords(
                new Source(Source.Kind.INCOMING_DOCUMENT, paper, "关于泵站的请示"),
                "关于泵站的请示",
                "请查清原因",
                Set.of(),
                category,
                Urgency.NORMAL,
                due,
                coordinator,
                Set.of());
    }

    private void write(LeadersWords words) {
        desk.run(LEADER, CHIEF_LEADER, command -> Mono.just(intake.recorded(words, command)));
    }

    private void assign(Task... tasks) {
        desk.run(DIRECTOR, OFFICE_DIRECTOR, command -> intake.assignedWith(paper, List.of(tasks), command));
    }

    private RefusalCode refused(Task... tasks) {
        return catchThrowableOfType(Refusal.class, () -> assign(tasks)).code();
    }

    private static Task host(UUID unit) {
        return new Task(unit, Task.Role.HOST, "查清原因", SOON);
    }

    private List<InstructionIntake.OpenInstruction> open() {
        return intake.openOn(paper).block();
    }

    private LeaderInstruction only() {
        return instructions.findBySourceId(paper).blockFirst();
    }

    private long openTodos(String action) {
        return count(
                "select count(*) from todo where subject_id = $1 and closed_at is null and action = '" + action + "'");
    }

    private long count(String sql) {
        return database.sql(sql)
                .bind(0, only().id())
                .map(row -> row.get(0, Long.class))
                .one()
                .block();
    }
}
