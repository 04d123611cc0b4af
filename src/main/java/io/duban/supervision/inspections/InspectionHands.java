package io.duban.supervision.inspections;

import io.duban.platform.commands.Command;
import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Role;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose step it is, beside the post the move table asks for, and what he must say with it. */
final class InspectionHands {

    private InspectionHands() {}

    static void requireOneOf(Set<UUID> inspectors, Command command) {
        if (!inspectors.contains(command.officer().id())) {
            throw Refusal.of(RefusalCode.E_GEN_SCOPE, "这次核查安排了其他人员。", "The plan names other inspectors.");
        }
    }

    static void requireAuthor(FieldInspection inspection, Command command) {
        if (!command.officer().id().equals(inspection.team().authorId())) {
            throw Refusal.of(
                    RefusalCode.E_GEN_SCOPE, "核查记录由现场核查人提交。", "The record is submitted by who was on the spot.");
        }
    }

    static void requireSecond(FieldInspection inspection, Command command) {
        var team = inspection.team();
        if (!command.officer().id().equals(team.secondInspectorId())) {
            throw Refusal.of(RefusalCode.E_GEN_SCOPE, "会签由记录写明的第二名核查人办理。", "The second inspector countersigns.");
        }
        if (team.authorId() != null && command.persons().contains(team.authorId())) {
            throw selfApproval("记录人不能代为会签。", "The author does not countersign.");
        }
        if (team.countersignedAt() != null) {
            throw illegal(InspectionMove.COUNTERSIGN, inspection);
        }
    }

    static void requireObject(
            FieldInspection inspection, InspectionMove verdict, @Nullable String words, Command command) {
        if (!isOfObject(inspection, command.officer())) {
            throw Refusal.of(
                    RefusalCode.E_GEN_SCOPE,
                    "核查记录由被核查单位主要负责人或分管副职核实。",
                    "The head or a deputy of the inspected unit answers the record.");
        }
        if (verdict == InspectionMove.DISAGREE && isBlank(words)) {
            throw Refusal.invalid("/words", "不认可核查记录须写明理由。", "Say why you disagree.");
        }
    }

    static void requireCloser(FieldInspection inspection, InspectionMove move, @Nullable String note, Command command) {
        if (!Collections.disjoint(command.persons(), inspection.team().signers())) {
            throw selfApproval("核查人不能办结自己的核查。", "Nobody closes what he inspected himself.");
        }
        if (move == InspectionMove.CLOSE_UNANSWERED && !inspection.answer().isOverdue(command.now())) {
            throw illegal(move, inspection);
        }
        if (needsNote(inspection) && isBlank(note)) {
            throw Refusal.invalid(
                    "/note",
                    "被核查单位不认可或没有答复,办结须写明处理情况。",
                    "Say what came of it: the inspected unit disagreed or said nothing.");
        }
    }

    static void requireHazard(FieldInspection inspection) {
        if (!inspection.danger().hazard()) {
            throw illegal(InspectionMove.ACKNOWLEDGE_HAZARD, inspection);
        }
    }

    /** What the table leaves open: which of those who hold the post may take the move now. */
    static boolean mayTake(InspectionMove move, InspectionFile file, Officer officer, Instant now) {
        var inspection = file.inspection();
        var team = inspection.team();
        return switch (move) {
            case BEGIN -> team.inspectorIds().contains(officer.id());
            case ADD_FINDING, DECLARE_PHOTO -> officer.id().equals(team.authorId());
            case SUBMIT_RECORD ->
                officer.id().equals(team.authorId()) && !inspection.sheet().isHandedIn();
            case COUNTERSIGN ->
                officer.id().equals(team.secondInspectorId()) && file.isWhole() && team.lacksCountersignature();
            case CONFIRM_RECORD, DISAGREE -> isOfObject(inspection, officer);
            case CLOSE -> !team.signers().contains(officer.id());
            case CLOSE_UNANSWERED ->
                !team.signers().contains(officer.id()) && inspection.answer().isOverdue(now);
            case ACKNOWLEDGE_HAZARD -> inspection.danger().hazard();
            case CALL_OFF, UPLOAD_PHOTO -> true;
            // By the last byte of a declared photo, never by a button.
            case ATTACH_PHOTO -> false;
        };
    }

    private static boolean isOfObject(FieldInspection inspection, Officer officer) {
        return officer.hasAt(inspection.mission().unitId(), Role.UNIT_HEAD, Role.UNIT_DEPUTY);
    }

    private static boolean needsNote(FieldInspection inspection) {
        return inspection.status() != FieldInspectionStatus.CONFIRMED_BY_OBJECT;
    }

    private static boolean isBlank(@Nullable String words) {
        return words == null || words.isBlank();
    }

    private static Refusal illegal(InspectionMove move, FieldInspection inspection) {
        return Refusal.illegalState(move.name(), inspection.status().name(), List.of());
    }

    private static Refusal selfApproval(String chinese, String english) {
        return Refusal.of(RefusalCode.E_GEN_SELF_APPROVAL, chinese, english);
    }
}
