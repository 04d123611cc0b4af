package io.duban.supervision.matters;

import static io.duban.platform.identity.Role.*;
import static io.duban.supervision.matters.SampleMatters.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Permissions;
import io.duban.platform.problem.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.BeanUtils;

/** The buttons a phone shows: in every state, for everybody, those and only those a press of which would be accepted. */
class LegalActionsTests {

    private static final Permissions PERMISSIONS = BeanUtils.instantiateClass(Permissions.class);

    private static final Map<String, Officer> PEOPLE = Map.of(
            "the instructing leader", officer(LEADER, OFFICE, DEPUTY_LEADER),
            "the approver", officer(APPROVER, OFFICE, CHIEF_LEADER),
            "another chief leader", officer(OFFICE, CHIEF_LEADER),
            "another deputy", officer(OFFICE, DEPUTY_LEADER),
            "the director", officer(OFFICE, OFFICE_DIRECTOR),
            "who submitted it", officer(SUBMITTER, OFFICE, SUPERVISION_CHIEF),
            "who drafted it", officer(DRAFTER, OFFICE, SUPERVISOR),
            "a stranger of the supervision office", officer(OFFICE, SUPERVISION_CHIEF),
            "the host's head", officer(URBAN, UNIT_HEAD),
            "a registrar", officer(OFFICE, REGISTRAR));

    @ParameterizedTest
    @MethodSource
    void showsExactlyWhatASecondLookAccepts(SupervisionMatterStatus state, String person) {
        for (var kind : List.of(Brief.Kind.ROUTINE, Brief.Kind.SPECIAL)) {
            for (var physical : List.of(true, false)) {
                check(matter(state, brief(kind, physical)), PEOPLE.get(person));
            }
        }
    }

    static Stream<Arguments> showsExactlyWhatASecondLookAccepts() {
        return Stream.of(SupervisionMatterStatus.values())
                .flatMap(state -> PEOPLE.keySet().stream().sorted().map(person -> Arguments.of(state, person)));
    }

    private static void check(SupervisionMatter matter, Officer officer) {
        var file = file(matter, host(AssignmentStatus.ACCEPTED));
        var legal = new MatterActions(file, command(officer, 5).access(), PERMISSIONS, NOW).legal();
        var accepted = Arrays.stream(MatterMove.values())
                .filter(move -> !move.hands().isEmpty() && isAccepted(move, file, officer))
                .map(MatterMove::name)
                .toList();
        assertThat(legal).filteredOn(LegalActionsTests::isMove).containsExactlyElementsOf(accepted);
        assertThat(legal.contains(ObjectMove.STRIKE_OFF_OBJECT.name()))
                .isEqualTo(reaches(officer, matter, "supervision:close") && strikesOffObject(file, officer));
    }

    private static boolean isMove(String action) {
        return Arrays.stream(MatterMove.values()).anyMatch(move -> move.name().equals(action));
    }

    private static boolean strikesOffObject(MatterFile file, Officer officer) {
        return succeeds(() -> ObjectMove.struckOff(file, Set.of(URBAN), command(officer, 5)));
    }

    private static boolean isAccepted(MatterMove move, MatterFile file, Officer officer) {
        return reaches(officer, file.matter(), row(move)) && succeeds(() -> take(move, file, officer));
    }

    private static boolean reaches(Officer officer, SupervisionMatter matter, String row) {
        return PERMISSIONS.reach(officer, row).covers(matter.unitIds(), matter.participantIds());
    }

    /** The row each step's operation names in the contract. */
    private static String row(MatterMove move) {
        return switch (move) {
            case ISSUE_NOTICE -> "supervision:assign";
            case CONCLUDE, MARK_HANDLED, VERIFICATION_FAILED -> "supervision:verify";
            case STRIKE_OFF, INSTRUCT_AGAIN -> "supervision:close";
            default -> "supervision:create";
        };
    }

    private static void take(MatterMove move, MatterFile file, Officer officer) {
        var command = command(officer, 5);
        var matter = file.matter();
        var due = Map.of(file.hosts().get(0).id(), deadline(URBAN));
        switch (move) {
            case AMEND_MATTER -> matter.amend(matter.brief(), Origin.NONE, command);
            case SUBMIT_MATTER -> matter.submit(null, command);
            case APPROVE_MATTER, RETURN_MATTER -> matter.decide(move, "意见", command);
            case CANCEL_MATTER -> MatterTurns.cancelled(matter, "不再需要", false, command);
            case ISSUE_NOTICE -> matter.issue(List.of(host(AssignmentStatus.PENDING_SIGN)), Set.of(), command);
            case SUSPEND, RESUME, CONVERT_LONG_TERM, END_TRACKING -> MatterTurns.turned(matter, move, command);
            case CHANGE_SCOPE -> {
                MatterTurns.turned(matter, move, command);
                if (matter.course().openChangeId() == null) {
                    throw Refusal.notFound();
                }
            }
            case VERIFICATION_FAILED -> file.verificationFailed(due, command);
            case MARK_HANDLED -> file.markHandled(Course.Answer.NONE, command);
            case STRIKE_OFF -> matter.strikeOff(command);
            case INSTRUCT_AGAIN -> file.instructAgain(due, command);
            case REOPEN -> file.reopen(due, command);
            default -> move.check(matter.status(), matter.version(), command);
        }
    }

    private static boolean succeeds(Runnable step) {
        try {
            step.run();
            return true;
        } catch (Refusal no) {
            return false;
        }
    }

    @Test
    void hidesTheStrikeOffFromWhoVerified() {
        var handledBy = UUID.randomUUID();
        var matter = matter(SupervisionMatterStatus.HANDLED, brief(Brief.Kind.SPECIAL, false));
        var verified = new SupervisionMatter(
                matter.id(),
                5,
                matter.status(),
                matter.brief(),
                new Hands(DRAFTER, SUBMITTER, handledBy, DRAFTER, handledBy, null, Set.of()),
                Term.NONE,
                Origin.NONE,
                Course.NONE,
                NOW,
                NOW,
                NOW,
                matter.unitIds(),
                Set.of(handledBy));
        var legal = new MatterActions(
                        file(verified),
                        command(officer(handledBy, OFFICE, CHIEF_LEADER), 5).access(),
                        PERMISSIONS,
                        NOW)
                .legal();
        assertThat(legal).doesNotContain("STRIKE_OFF").contains("INSTRUCT_AGAIN");
    }
}
