package io.duban.instructions;

import io.duban.platform.calendar.AlertLight;
import io.duban.platform.commands.Move;
import io.duban.platform.identity.Officer;
import java.time.Instant;
import java.util.List;

/** An instruction as one officer sees it now: its light, whether it awaits the leader's strike-off, and what he himself may do with it. */
record InstructionView(InstructionFile file, AlertLight light, boolean awaitingStrikeOff, List<String> legalActions) {

    static InstructionView of(InstructionFile file, Officer officer, Instant now) {
        return new InstructionView(
                file, file.light(now), file.instruction().awaitingStrikeOff(now), legal(file, officer, now));
    }

    /** The moves of the table that are in this officer's own hand. */
    static List<String> legal(InstructionFile file, Officer officer, Instant now) {
        return Move.legal(List.of(InstructionMove.values()), file.instruction().status(), officer).stream()
                .filter(move -> isOwn(InstructionMove.valueOf(move), file, officer, now))
                .toList();
    }

    private static boolean isOwn(InstructionMove move, InstructionFile file, Officer officer, Instant now) {
        var instruction = file.instruction();
        var words = instruction.words();
        var hearing = instruction.course().hearing();
        return switch (move) {
            case COORDINATE -> instruction.awaitsLead() && officer.id().equals(words.coordinatingLeaderId());
            case CONFIRM_ORAL, DENY_ORAL -> hearing.awaitsConfirmation() && file.isOwnedBy(officer);
            case ACKNOWLEDGE ->
                words.addresseeIds().contains(officer.id())
                        && !hearing.acknowledgedByIds().contains(officer.id());
            case DECOMPOSE -> !instruction.awaitsLead() && !file.isConfirmed();
            case CONFIRM_DECOMPOSITION -> isUndecided(file) && !isDrafter(file, officer);
            case RETURN_DECOMPOSITION -> isUndecided(file);
            case ASSIGN -> file.isConfirmed() && !file.isHeldUntilConfirmed(now);
            case GIVE_FEEDBACK -> file.unitToFeedBack(officer).isPresent();
            case ACCEPT_FEEDBACK, RETURN_FEEDBACK ->
                file.feedback().stream().anyMatch(InstructionFeedback::isSubmitted);
            case REPORT -> file.feedback().stream().noneMatch(InstructionFeedback::isSubmitted);
            case STRIKE_OFF, CONTINUE -> file.isOwnedBy(officer);
            case CANCEL -> true;
            case ASSIGN_WITH_PAPER, BEGIN_WITH_PAPER, REPORT_WITH_PAPER, STRIKE_OFF_BY_SILENCE -> false;
        };
    }

    private static boolean isUndecided(InstructionFile file) {
        return file.decomposition() != null && !file.isConfirmed();
    }

    private static boolean isDrafter(InstructionFile file, Officer officer) {
        return file.decomposition() != null && file.decomposition().authorIds().contains(officer.id());
    }
}
