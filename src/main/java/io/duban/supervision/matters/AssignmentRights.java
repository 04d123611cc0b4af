package io.duban.supervision.matters;

import static io.duban.platform.identity.Role.OFFICE_DIRECTOR;

import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Permissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one officer may do with a unit's part now: what would be accepted if he sent it, and nothing else. */
record AssignmentRights(MatterFile file, Officer officer, Permissions permissions, Instant now) {

    /** The names of moves and acts, in the order of their tables. */
    List<String> on(SupervisionAssignment part) {
        var moves = Arrays.stream(AssignmentMove.values())
                .filter(move -> mayTake(move, part))
                .map(AssignmentMove::name);
        var acts = Arrays.stream(AssignmentAct.values())
                .filter(act -> mayDo(act, part))
                .map(AssignmentAct::name);
        return Stream.concat(moves, acts).toList();
    }

    private boolean mayTake(AssignmentMove move, SupervisionAssignment part) {
        return move.from().contains(part.status())
                && file.matter().status().isUnderWay()
                && move.isInHandsOf(officer)
                && isReached(move.permission())
                && isHis(move, part);
    }

    private boolean isHis(AssignmentMove move, SupervisionAssignment part) {
        return switch (move) {
            case REQUEST_RETURN, DISPUTE ->
                move == ReturnAsking.move(file)
                        && atUnit(move, part)
                        && part.returning().right().isOpen(now);
            case KEEP, REASSIGN, DESIGNATE, DESIGNATE_HOLDER ->
                isImpartial(part, part.returning().returnAskedById());
            case RETURN_CO ->
                CoOpinionReturning.isHostOf(file, part, officer)
                        && !part.reminding().coSentBack();
            case ACCEPT, RETURN_FOR_CORRECTION ->
                isImpartial(part, part.handIn().submittedById());
            default -> atUnit(move, part);
        };
    }

    private boolean atUnit(AssignmentMove move, SupervisionAssignment part) {
        return part.posts().mayTake(move, file.matter().brief().kind(), officer);
    }

    private boolean mayDo(AssignmentAct act, SupervisionAssignment part) {
        return act.isPossible(part.status())
                && (act.isAfterwards() || file.matter().status().isUnderWay())
                && act.isInHandsOf(officer, part.posts())
                && isReached(act.permission())
                && isOpen(act, part);
    }

    private boolean isOpen(AssignmentAct act, SupervisionAssignment part) {
        return switch (act) {
            case REQUEST_EXTENSION ->
                !part.extending().isPending() && part.extensionRight().isOpen(now);
            case DECIDE_EXTENSION ->
                part.extending().isPending()
                        && PartExtending.isApprover(file.matter(), part, officer.id(), officer.has(OFFICE_DIRECTOR))
                        && !officer.id().equals(part.extending().extensionAskedById());
            case CHASE -> part.reminding().rest().isOver(now);
            case EVALUATE -> part.evaluation().grade() == null;
            case OBJECT_TO_EVALUATION -> part.evaluation().isObjectable(now);
            case DECIDE_EVALUATION_OBJECTION ->
                part.evaluation().isDisputed()
                        && !officer.id().equals(part.evaluation().evaluatedById());
        };
    }

    private boolean isImpartial(SupervisionAssignment part, @Nullable UUID whoDidIt) {
        return !part.posts().include(officer) && !officer.id().equals(whoDidIt);
    }

    private boolean isReached(String permission) {
        return permissions
                .reach(officer, permission)
                .covers(file.matter().unitIds(), file.matter().participantIds());
    }
}
