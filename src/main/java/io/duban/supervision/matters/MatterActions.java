package io.duban.supervision.matters;

import static io.duban.platform.identity.Role.*;

import io.duban.platform.calendar.AlertLight;
import io.duban.platform.identity.Access;
import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Permissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one officer may do with a matter now, exactly as a second look would let him: the move, his post, how far the permission of that step carries
 * him, and the rules that can be asked before he says anything. A button that would be refused is not shown.
 */
record MatterActions(MatterFile file, Access access, Permissions permissions, Instant now) {

    List<String> legal() {
        var moves = Arrays.stream(MatterMove.values())
                .filter(move -> move.from().contains(matter().status()) && move.isInHandsOf(officer()))
                .filter(move -> reaches(row(move)) && admits(move))
                .map(MatterMove::name);
        return Stream.concat(moves, others()).toList();
    }

    private Stream<String> others() {
        return Stream.of(
                        mayStrikeOffObject() ? ObjectMove.STRIKE_OFF_OBJECT.name() : "",
                        mayReport() ? Tracking.REPORT : "",
                        isDirectors() && matter().status().isUnderWay() ? MatterPassing.Step.PASS_PART.name() : "",
                        isDirectors() && matter().status().isOpen() ? MatterPassing.Step.PASS_MATTER.name() : "")
                .filter(name -> !name.isEmpty());
    }

    private boolean admits(MatterMove move) {
        return switch (move) {
            case APPROVE_MATTER, RETURN_MATTER, CANCEL_MATTER ->
                isApprovers() && !matter().hands().areOf(access.persons());
            case SUSPEND, RESUME, END_TRACKING -> isApprovers();
            case CHANGE_SCOPE -> isApprovers() && matter().course().openChangeId() != null;
            case PROPOSE_SCOPE -> matter().course().openChangeId() == null;
            case CONVERT_LONG_TERM ->
                isApprovers()
                        && LongTermTracking.isJudged(file)
                        && (file.light(now) != AlertLight.RED || officer().has(CHIEF_LEADER));
            case MARK_HANDLED ->
                !ReachedConclusions.isAwaitedBy(matter())
                        && access.persons().stream().allMatch(verification()::isPossibleFor);
            case STRIKE_OFF -> isOwners() && !isVerifiers();
            case INSTRUCT_AGAIN -> isOwners();
            default -> true;
        };
    }

    private boolean mayStrikeOffObject() {
        return ObjectMove.isPossible(file)
                && ObjectMove.STRIKE_OFF_OBJECT.isInHandsOf(officer())
                && reaches("supervision:close")
                && isOwners()
                && !isVerifiers()
                && verification().isLookedAt();
    }

    private boolean mayReport() {
        return matter().status() == SupervisionMatterStatus.LONG_TERM_TRACKING
                && reaches("supervision:feedback")
                && file.hosts().stream()
                        .anyMatch(host -> officer().hasAt(host.unitId(), UNIT_HEAD, UNIT_DEPUTY, UNIT_LIAISON));
    }

    private boolean isDirectors() {
        return officer().has(OFFICE_DIRECTOR) && reaches("supervision:create");
    }

    private boolean isApprovers() {
        return new Approver(matter().brief()).is(officer());
    }

    private boolean isOwners() {
        return new Owner(matter()).is(officer().id());
    }

    private boolean isVerifiers() {
        var verifier = matter().hands().handledById();
        return verifier != null && access.persons().contains(verifier);
    }

    private Verification verification() {
        return new Verification(matter().brief(), matter().origin(), file.recordAuthors());
    }

    private static String row(MatterMove move) {
        return switch (move) {
            case ISSUE_NOTICE -> "supervision:assign";
            case VERIFICATION_FAILED, CONCLUDE, MARK_HANDLED -> "supervision:verify";
            case STRIKE_OFF, INSTRUCT_AGAIN -> "supervision:close";
            default -> "supervision:create";
        };
    }

    private boolean reaches(String action) {
        return permissions.reach(officer(), action).covers(matter().unitIds(), matter().participantIds());
    }

    private Officer officer() {
        return access.officer();
    }

    private SupervisionMatter matter() {
        return file.matter();
    }
}
