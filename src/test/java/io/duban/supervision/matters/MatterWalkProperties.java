package io.duban.supervision.matters;

import static io.duban.platform.identity.Role.*;
import static io.duban.supervision.matters.SampleMatters.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.platform.calendar.Deadline;
import io.duban.platform.commands.Command;
import io.duban.platform.identity.Role;
import io.duban.platform.problem.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever people try, in whatever order, what must never be is never. */
class MatterWalkProperties {

    private static final int STEPS = 28;

    @Property(tries = 2000)
    void neverSkipsAHostOrALookOnTheSpot(
            @ForAll @Size(min = 1, max = 120) List<@IntRange(min = 0, max = 999) Integer> tries,
            @ForAll boolean physical) {
        var parts = new SupervisionAssignment[] {
            part(URBAN, SupervisionAssignment.Duty.HOST, AssignmentStatus.PENDING_SIGN),
            part(DONGHU, SupervisionAssignment.Duty.HOST, AssignmentStatus.PENDING_SIGN),
            part(OFFICE, SupervisionAssignment.Duty.CO, AssignmentStatus.PENDING_SIGN)
        };
        var file = file(matter(SupervisionMatterStatus.ISSUED, brief(Brief.Kind.ROUTINE, physical)), parts);
        for (var number : tries) {
            var before = file;
            file = tried(file, number);
            assertThat(file.version()).isIn(before.version(), before.version() + 1);
            check(file, physical);
        }
    }

    private static void check(MatterFile file, boolean physical) {
        var status = file.matter().status();
        assertThat(file.hosts()).isNotEmpty();
        if (status == SupervisionMatterStatus.STRUCK_OFF) {
            assertThat(file.matter().course().struckOffObjectIds())
                    .containsAll(file.matter().brief().objectUnitIds());
        }
        if (physical && !file.matter().course().struckOffObjectIds().isEmpty()) {
            assertThat(file.inspections()).anyMatch(FieldRecord::isRecorded);
        }
        if (status == SupervisionMatterStatus.PENDING_VERIFICATION || status == SupervisionMatterStatus.HANDLED) {
            assertThat(file.hosts()).allMatch(host -> host.status() == AssignmentStatus.ACCEPTED);
        }
        if ((status == SupervisionMatterStatus.HANDLED || status == SupervisionMatterStatus.STRUCK_OFF) && physical) {
            assertThat(file.inspections()).anyMatch(FieldRecord::isRecorded);
        }
        if (status == SupervisionMatterStatus.IN_PROGRESS) {
            assertThat(file.hosts()).anyMatch(host -> host.status() != AssignmentStatus.ACCEPTED);
        }
        assertThat(file.hosts()).as("somebody always answers for it").isNotEmpty();
        assertThat(file.assignments().stream()
                        .filter(part -> part.status() != AssignmentStatus.REASSIGNED)
                        .map(SupervisionAssignment::unitId))
                .doesNotHaveDuplicates();
        assertThat(file.assignments().stream().filter(part -> part.status() == AssignmentStatus.DISPUTED))
                .noneMatch(part -> part.returning().designated());
        assertThat(file.matter().unitIds())
                .as("who took over reads it")
                .containsAll(file.assignments().stream()
                        .filter(part ->
                                part.returning().replacesId() != null && part.status() != AssignmentStatus.RELEASED)
                        .map(SupervisionAssignment::unitId)
                        .toList());
        file.assignments()
                .forEach(part ->
                        assertThat(part.acceptedAt() != null).isEqualTo(part.status() == AssignmentStatus.ACCEPTED));
    }

    private static MatterFile tried(MatterFile file, int number) {
        try {
            return step(
                    file,
                    number % STEPS,
                    file.assignments().get(number / STEPS % file.assignments().size()));
        } catch (Refusal no) {
            return file;
        }
    }

    private static MatterFile step(MatterFile file, int step, SupervisionAssignment part) {
        return switch (step) {
            case 0, 1 -> file.signFor(part.id(), UUID.randomUUID(), null, unit(part, UNIT_LIAISON));
            case 2 -> file.report(part.id(), 70, "返工", null, unit(part, UNIT_DEPUTY));
            case 3, 4, 5 -> file.submitFinal(part.id(), RESULT, unit(part, UNIT_HEAD));
            case 6, 7, 8 -> file.accept(part.id(), reviewer(part.version()));
            case 9 -> file.returnForCorrection(part.id(), List.of("缺"), null, reviewer(part.version()));
            case 10 -> inspected(file);
            case 11 -> file.verificationFailed(due(file), reviewer(file.version()));
            case 12 -> file.markHandled(Course.Answer.NONE, reviewer(file.version()));
            case 13 -> file.with(file.matter().strikeOff(leader(file)));
            case 14 -> ObjectMove.struckOff(file, Set.of(part.unitId()), leader(file));
            case 15 -> file.with(MatterTurns.turned(file.matter(), MatterMove.SUSPEND, leader(file)));
            case 16 -> file.with(MatterTurns.turned(file.matter(), MatterMove.RESUME, leader(file)));
            case 17 -> file.with(MatterTurns.turned(file.matter(), MatterMove.CONVERT_LONG_TERM, leader(file)));
            case 18 -> file.with(MatterTurns.turned(file.matter(), MatterMove.END_TRACKING, leader(file)));
            case 27 -> released(file, part);
            case 19 -> file.reopen(due(file), command(officer(OFFICE, OFFICE_DIRECTOR), file.version()));
            case 20, 21 -> returned(file, part);
            case 22 -> kept(file, part);
            case 23, 24 -> reassigned(file, part);
            case 25, 26 -> sentBack(file, part);
            default -> file.instructAgain(due(file), leader(file));
        };
    }

    private static Command leader(MatterFile file) {
        return command(officer(LEADER, OFFICE, CHIEF_LEADER), file.version());
    }

    /** A change of scope as the approver carries it out. */
    private static MatterFile released(MatterFile file, SupervisionAssignment part) {
        var wish = new ScopeChange.Wish(Set.of(), Set.of(), Set.of(part.unitId()), null, "不再需要");
        var turned = MatterTurns.turned(file.matter(), MatterMove.CHANGE_SCOPE, leader(file));
        wish.requirePossible(file);
        var parts = new ArrayList<>(file.assignments());
        parts.replaceAll(one -> one.id().equals(part.id()) ? PartChanges.released(one) : one);
        return file.with(MatterTurns.rescoped(turned, wish, parts), List.copyOf(parts));
    }

    private static MatterFile returned(MatterFile file, SupervisionAssignment part) {
        var move = ReturnAsking.move(file);
        return file.after(move, List.of(new PartReturn(part).asked(move, unit(part, UNIT_HEAD))), NOW);
    }

    private static MatterFile kept(MatterFile file, SupervisionAssignment part) {
        var move = part.status() == AssignmentStatus.DISPUTED ? AssignmentMove.DESIGNATE_HOLDER : AssignmentMove.KEEP;
        move.check(part.status(), part.version(), decider(part));
        return file.after(move, List.of(new PartReturn(part).kept(move)), NOW);
    }

    private static MatterFile reassigned(MatterFile file, SupervisionAssignment part) {
        var move = part.status() == AssignmentStatus.DISPUTED ? AssignmentMove.DESIGNATE : AssignmentMove.REASSIGN;
        move.check(part.status(), part.version(), decider(part));
        var unit = UUID.randomUUID();
        var other = SupervisionAssignment.issued(
                file.id(), unit, part.duty(), deadline(unit), ReturnState.until(WINDOW), part.reminding());
        var taken = new PartReturn(part).takenOverBy(other, move == AssignmentMove.DESIGNATE);
        return file.after(move, List.of(new PartReturn(part).givenAway(move), taken), NOW);
    }

    private static MatterFile sentBack(MatterFile file, SupervisionAssignment part) {
        var host = command(officer(URBAN, UNIT_HEAD), part.version());
        AssignmentMove.RETURN_CO.check(part.status(), part.version(), host);
        if (!CoOpinionReturning.isHostOf(file, part, host.officer())) {
            return file;
        }
        var back = new PartReturn(part).sentBackByHost("空", deadline(part.unitId()));
        return file.after(AssignmentMove.RETURN_CO, List.of(back), NOW);
    }

    private static Command decider(SupervisionAssignment part) {
        return command(officer(OFFICE, SUPERVISION_CHIEF, OFFICE_DIRECTOR), part.version());
    }

    private static MatterFile inspected(MatterFile file) {
        file.matter().requireUnderWay("INSPECT");
        var inspections = new ArrayList<>(file.inspections());
        inspections.add(looked(file.matter(), true, UUID.randomUUID()));
        return new MatterFile(file.matter().touched(NOW), file.assignments(), List.of(), inspections);
    }

    private static Map<UUID, Deadline> due(MatterFile file) {
        var due = new HashMap<UUID, Deadline>();
        file.hosts().forEach(host -> due.put(host.id(), deadline(host.unitId())));
        return due;
    }

    private static Command unit(SupervisionAssignment part, Role role) {
        return command(officer(part.unitId(), role), part.version());
    }

    private static Command reviewer(long seen) {
        return command(officer(UUID.randomUUID(), UUID.randomUUID(), SUPERVISION_CHIEF, SUPERVISOR), seen);
    }
}
