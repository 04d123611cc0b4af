package io.duban.documents.outgoing;

import static io.duban.documents.outgoing.OutgoingMove.*;
import static io.duban.platform.identity.Role.UNIT_HEAD;

import io.duban.platform.calendar.Deadline;
import io.duban.platform.commands.Command;
import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Post;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The moves of the co-signing (domain 2.2 T2, T3): what a dossier is after each of them. */
final class Cosigning {

    private Cosigning() {}

    static Dossier started(
            Dossier before, List<CosignSheet.Question> questions, Map<UUID, Deadline> clocks, Command command) {
        Duties.ofUnitHead(before.document(), START_COSIGN, command);
        var sheet = before.cosigns().asking(questions, before.document(), clocks, command);
        var units = questions.stream().map(CosignSheet.Question::unitId).collect(Collectors.toSet());
        return at(before, sheet, before.document().moved(START_COSIGN, command).handedTo(units));
    }

    /**
     * The head of an asked unit speaks for it; other units' answers do not concern his, so that he is bound to the text and not to a version.
     *
     * @param textHash of the text he saw
     */
    static Dossier answered(
            Dossier before, CosignAnswer answer, @Nullable String reason, String textHash, Command command) {
        ANSWER_COSIGN.check(before.document().status(), command.seenVersion(), command);
        var request = before.cosigns().openAt(unitsOf(command.officer()));
        if (!request.isAbout(textHash)) {
            throw Refusal.of(
                    RefusalCode.E_DOC_TEXT_CHANGED,
                    "您看到的文本与送会签的文本不一致。",
                    "The text you saw is not the one you are asked about.");
        }

        if (answer == CosignAnswer.DEEMED_NO_OBJECTION) {
            throw Refusal.invalid("/answer", "视为无异议只由系统依规则登记。", "Nobody can say that by himself.");
        }
        if (answer != CosignAnswer.AGREE && (reason == null || reason.isBlank())) {
            throw Refusal.invalid("/reason", "请写明修改意见或不同意的理由。", "Say what to change, or why you disagree.");
        }
        Duties.actsInPerson(before.document(), command);
        var said = request.answered(new CosignReply(
                answer, reason, command.actor().id(), command.officer().id(), command.now()));
        return at(before, before.cosigns().with(said), before.document().moved(ANSWER_COSIGN, command));
    }

    /** Two more working days, once for each unit and before it is late; the host's head grants them. */
    static Dossier extended(Dossier before, UUID unit, String reason, Deadline more, Command command) {
        Duties.ofUnitHead(before.document(), EXTEND_COSIGN, command);
        var request = before.cosigns().of(unit);
        if (!request.isOpen() || request.extensionReason() != null) {
            throw Refusal.invalid("/unitId", "该单位已作答,或者已延期一次。", "It has answered, or has had its extension.");
        }
        if (command.now().isAfter(request.dueAt())) {
            throw Refusal.of(
                    RefusalCode.E_GEN_EXTENSION_LATE, "会签已超期,不能再延期。", "It is due already; no extension any more.");
        }
        var sheet = before.cosigns().with(request.extended(reason, more));
        return at(before, sheet, before.document().moved(EXTEND_COSIGN, command));
    }

    /** The host's head could not settle it and brings it before the office. */
    static Dossier escalated(Dossier before, UUID unit, String words, Command command) {
        Duties.ofUnitHead(before.document(), ESCALATE_COSIGN, command);
        var request = before.cosigns().of(unit);
        if (!request.isUnresolved() && !request.isUnheeded()) {
            throw Refusal.invalid("/unitId", "该单位没有未协调的不同意见。", "That unit has no disagreement left to settle.");
        }
        var sheet =
                before.cosigns().with(request.escalated(words, command.officer().id(), command.now()));
        return at(before, sheet, before.document().moved(ESCALATE_COSIGN, command));
    }

    /** Back to the desk of the unit to be written anew; who has not answered is asked again later. */
    static Dossier revised(Dossier before, Command command) {
        Duties.ofDraftingUnit(before.document(), REVISE_COSIGNED, command);
        return at(
                before,
                before.cosigns().lapsed(command.now()),
                before.document().moved(REVISE_COSIGNED, command));
    }

    static Dossier closed(Dossier before, Set<UUID> silent, Command command) {
        Duties.ofDraftingUnit(before.document(), CLOSE_COSIGN, command);
        return at(
                before,
                before.cosigns().closed(silent, command.now()),
                before.document().moved(CLOSE_COSIGN, command));
    }

    /** Signed off by the unit's head, with every unit it touches asked about this very text before. */
    static Dossier submittedWithout(Dossier before, Deadline due, Command command) {
        var document = before.document();
        var submitted = document.submitted(SUBMIT_FOR_REVIEW, due, command);
        before.cosigns()
                .requireFor(
                        document.paper(),
                        before.lastFileAt(),
                        document.particulars().touchesOtherPowers());
        return before.with(submitted);
    }

    /** Closed and signed off by the unit's head at once. */
    static Dossier submitted(Dossier before, Set<UUID> silent, Deadline due, Command command) {
        Duties.ofUnitHead(before.document(), SUBMIT_COSIGNED, command);
        var sheet = before.cosigns().closed(silent, command.now());
        var document = before.document();
        sheet.requireFor(
                document.paper(), before.lastFileAt(), document.particulars().touchesOtherPowers());
        return before.with(sheet).with(document.submitted(SUBMIT_COSIGNED, due, command));
    }

    static boolean isAsked(Dossier dossier, Officer officer) {
        var units = unitsOf(officer);
        return dossier.cosigns().open().stream().anyMatch(request -> units.contains(request.unitId()));
    }

    private static Dossier at(Dossier before, CosignSheet sheet, OutgoingDocument moved) {
        return before.with(sheet).with(moved);
    }

    private static Set<UUID> unitsOf(Officer officer) {
        return officer.posts().stream()
                .filter(post -> post.role() == UNIT_HEAD)
                .map(Post::unitId)
                .collect(Collectors.toSet());
    }
}
