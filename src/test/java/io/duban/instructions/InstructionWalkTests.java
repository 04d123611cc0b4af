package io.duban.instructions;

import static io.duban.instructions.InstructionMove.*;
import static io.duban.instructions.InstructionStatus.*;
import static io.duban.instructions.Words.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.instructions.InstructionFeedback.Kind;
import io.duban.instructions.InstructionIntake.Category;
import io.duban.platform.commands.Command;
import io.duban.platform.identity.Officer;
import io.duban.platform.problem.Refusal;
import io.duban.support.Someone;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever people try, in whatever order: words stay as they were said, and only their leader ends what was assigned and reported. */
class InstructionWalkTests {

    private static final List<Officer> EVERYBODY = List.of(LEADER, DEPUTY, CLERK, DIRECTOR, LIAISON);

    @Property(tries = 400)
    void keepsItsPromises(@ForAll long seed) {
        var random = new Random(seed);
        var category = pick(List.of(Category.values()), random);
        var file = InstructionFile.of(written(category));
        var words = file.instruction().words();
        boolean assigned = false;
        boolean reported = false;
        for (int step = 0; step < 80; step++) {
            var before = file;
            var officer = random.nextInt(3) == 0 ? pick(EVERYBODY, random) : whoMayAct(file, random);
            try {
                file = tried(file, officer, random);
            } catch (Refusal refused) {
                continue;
            }
            var status = file.instruction().status();
            assigned |= status == ASSIGNED;
            reported |= status == REPORTED;
            assertThat(file.instruction().words()).isEqualTo(words);
            assertThat(file.instruction().leaderId()).isEqualTo(LEADER.id());
            assertThat(file.version()).isEqualTo(file.equals(before) ? before.version() : before.version() + 1);
            assertThat(before.instruction().status().isOpen()
                            || status == before.instruction().status())
                    .isTrue();
            if (status == STRUCK_OFF || status == CONTINUED) {
                assertThat(file.instruction().course().ending().endedById()).isEqualTo(LEADER.id());
                assertThat(assigned && reported).isTrue();
                assertThat(file.instruction().course().report().report()).isNotBlank();
            }
            if (status == NO_ACTION_NEEDED) {
                assertThat(category.asksForAction()).isFalse();
            }
            if (status == ASSIGNED) {
                assertThat(file.dueAt()).isNotNull();
                assertThat(file.hostUnitIds()).hasSize(1);
                assertThat(file.isConfirmed()).isTrue();
                assertThat(file.decomposition().decidedById())
                        .isNotEqualTo(file.decomposition().draftedById());
                assertThat(file.instruction().awaitsLead()).isFalse();
            }
        }
    }

    private static InstructionFile tried(InstructionFile file, Officer officer, Random random) {
        var command = by(officer, file);
        return switch (pick(List.of(InstructionMove.values()), random)) {
            case COORDINATE ->
                InstructionHearing.led(file, "我来牵头", due(file.id()), command).subject();
            case ACKNOWLEDGE -> InstructionHearing.acknowledged(file, command).subject();
            case CONFIRM_ORAL, DENY_ORAL -> oral(file, command);
            case DECOMPOSE ->
                InstructionDecomposing.drafted(file, new Decomposition.Draft(tasks(), List.of("查清"), false), command)
                        .subject();
            case CONFIRM_DECOMPOSITION ->
                InstructionDecomposing.confirmed(file, command).subject();
            case RETURN_DECOMPOSITION ->
                InstructionDecomposing.returned(file, "太粗", command).subject();
            case ASSIGN ->
                InstructionAssigning.assigned(file, due(file.id()), command).subject();
            case GIVE_FEEDBACK ->
                UnitFeedback.given(file, pick(List.of(Kind.values()), random), "已查", command)
                        .subject();
            case ACCEPT_FEEDBACK ->
                UnitFeedback.decided(
                                file,
                                answered(file, ACCEPT_FEEDBACK, command).accepted(command),
                                ACCEPT_FEEDBACK,
                                command)
                        .subject();
            case RETURN_FEEDBACK ->
                UnitFeedback.decided(
                                file,
                                answered(file, RETURN_FEEDBACK, command).returned("不实", command),
                                RETURN_FEEDBACK,
                                command)
                        .subject();
            case REPORT ->
                InstructionReporting.reported(
                                file,
                                new InstructionReporting.Result(
                                        "已办", pick(List.of(InstructionReporting.Result.From.values()), random)),
                                Someone.NOW,
                                command)
                        .subject();
            case STRIKE_OFF -> InstructionReporting.struckOff(file, command).subject();
            case CONTINUE ->
                InstructionRecording.ended(file, file.id(), command).subject();
            // Seldom, or every walk would end here.
            case CANCEL ->
                random.nextInt(30) == 0
                        ? InstructionReporting.cancelled(file, "撤", command).subject()
                        : refuse();
            case ASSIGN_WITH_PAPER, BEGIN_WITH_PAPER, REPORT_WITH_PAPER, STRIKE_OFF_BY_SILENCE -> refuse();
        };
    }

    private static InstructionFile oral(InstructionFile file, Command command) {
        InstructionHearing.requireUnconfirmed(file, CONFIRM_ORAL);
        throw new AssertionError("these words were written, not spoken");
    }

    private static InstructionFeedback answered(InstructionFile file, InstructionMove move, Command command) {
        file.check(move, command);
        return file.feedback().stream()
                .filter(InstructionFeedback::isSubmitted)
                .findAny()
                .orElseThrow(Refusal::notFound);
    }

    private static Officer whoMayAct(InstructionFile file, Random random) {
        var able = EVERYBODY.stream()
                .filter(officer ->
                        !InstructionView.legal(file, officer, Someone.NOW).isEmpty())
                .toList();
        return able.isEmpty() ? pick(EVERYBODY, random) : pick(able, random);
    }

    private static InstructionFile refuse() {
        throw Refusal.notFound();
    }

    private static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
