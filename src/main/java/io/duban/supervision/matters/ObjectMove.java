package io.duban.supervision.matters;

import static io.duban.platform.identity.Role.*;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Move;
import io.duban.platform.identity.Role;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The table of one object of a matter (分对象销号): one matter may end differently for each of its objects. An object is struck off by itself once
 * its part is accepted; the matter stays open until all are, and ends with the last when it is handled.
 */
enum ObjectMove implements Move<ObjectMove.ObjectStatus> {
    // spotless:off
    STRIKE_OFF_OBJECT(Set.of(ObjectStatus.OPEN), ObjectStatus.STRUCK_OFF, Set.of(CHIEF_LEADER, DEPUTY_LEADER, OFFICE_DIRECTOR));
    // spotless:on

    /** Where one object stands. */
    enum ObjectStatus {
        OPEN,
        STRUCK_OFF
    }

    private static final Set<SupervisionMatterStatus> WHILE = EnumSet.of(
            SupervisionMatterStatus.IN_PROGRESS,
            SupervisionMatterStatus.PENDING_VERIFICATION,
            SupervisionMatterStatus.HANDLED);

    private final Set<ObjectStatus> from;
    private final ObjectStatus to;
    private final Set<Role> hands;

    ObjectMove(Set<ObjectStatus> from, ObjectStatus to, Set<Role> hands) {
        this.from = from;
        this.to = to;
        this.hands = hands;
    }

    @Override
    public Set<ObjectStatus> from() {
        return from;
    }

    @Override
    public ObjectStatus to() {
        return to;
    }

    @Override
    public Set<Role> hands() {
        return hands;
    }

    /**
     * The file with these objects struck off.
     *
     * @throws Refusal as the strike-off of the whole; {@code E_GEN_ILLEGAL_STATE} while the matter is not at work or the object is struck off
     *     already; {@code E_GEN_VALIDATION} at {@code /unitIds} for a unit that is no object or whose part is not accepted
     */
    static MatterFile struckOff(MatterFile file, Set<UUID> objects, Command command) {
        var matter = file.matter();
        for (var object : objects) {
            STRIKE_OFF_OBJECT.check(statusOf(matter, object), matter.version(), command);
        }
        new Owner(matter).require(command);
        requireAtWork(matter);
        requireAccepted(file, objects);
        new Verification(matter.brief(), matter.origin(), file.recordAuthors()).requireLookedAt();
        requireNotVerifier(matter, command);
        var course = matter.course().struckOff(objects);
        var all = course.struckOffObjectIds().containsAll(matter.brief().objectUnitIds());
        return file.with(
                all && MatterMove.STRIKE_OFF.from().contains(matter.status())
                        ? matter.strikeOff(command)
                        : MatterTurns.noted(matter, course, command.now()));
    }

    /** Whether any object can be struck off by itself now. */
    static boolean isPossible(MatterFile file) {
        var matter = file.matter();
        return WHILE.contains(matter.status())
                && matter.brief().objectUnitIds().stream()
                        .anyMatch(object -> statusOf(matter, object) == ObjectStatus.OPEN && isAccepted(file, object));
    }

    private static ObjectStatus statusOf(SupervisionMatter matter, UUID object) {
        return matter.course().struckOffObjectIds().contains(object) ? ObjectStatus.STRUCK_OFF : ObjectStatus.OPEN;
    }

    private static void requireAtWork(SupervisionMatter matter) {
        if (!WHILE.contains(matter.status())) {
            throw Refusal.illegalState(STRIKE_OFF_OBJECT.name(), matter.status().name(), List.of());
        }
    }

    private static void requireAccepted(MatterFile file, Set<UUID> objects) {
        if (!objects.stream().allMatch(object -> isAccepted(file, object))) {
            throw Refusal.invalid(
                    "/unitIds", "只能销号办结反馈已通过审核的督查对象。", "Only objects whose result was accepted are struck off.");
        }
    }

    private static boolean isAccepted(MatterFile file, UUID object) {
        return file.assignments().stream()
                .anyMatch(part -> part.unitId().equals(object) && part.status() == AssignmentStatus.ACCEPTED);
    }

    private static void requireNotVerifier(SupervisionMatter matter, Command command) {
        var verifier = matter.hands().handledById();
        if (verifier != null && command.persons().contains(verifier)) {
            throw Refusal.of(
                    RefusalCode.E_GEN_SELF_APPROVAL, "核查办结的人不能销号。", "Who verified a matter does not strike it off.");
        }
    }
}
