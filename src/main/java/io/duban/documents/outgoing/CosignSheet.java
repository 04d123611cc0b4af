package io.duban.documents.outgoing;

import io.duban.platform.calendar.Deadline;
import io.duban.platform.commands.Command;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The co-signing sheet (会签单) of all rounds. An answer stands for the text it was asked about and for no other: every unit once asked must have
 * answered about the very text that goes to the office, so a changed text is asked again and no unit falls off the sheet in silence.
 */
record CosignSheet(List<CosignRequest> requests) {

    /** What a unit is asked. */
    record Question(UUID unitId, String question) {}

    CosignSheet asking(
            List<Question> questions, OutgoingDocument document, Map<UUID, Deadline> clocks, Command command) {
        var units = questions.stream().map(Question::unitId).collect(Collectors.toSet());
        if (questions.isEmpty() || units.size() < questions.size()) {
            throw Refusal.invalid("/questions", "会签单位不能为空,也不能重复。", "Ask some units, and each of them once.");
        }
        if (units.contains(document.origin().draftingUnitId())) {
            throw Refusal.invalid("/questions", "拟稿单位不会签自己的文稿。", "The drafting unit does not co-sign its own draft.");
        }
        var next = round() + 1;
        var asked = questions.stream()
                .map(question -> CosignRequest.asked(
                        document,
                        next,
                        question.unitId(),
                        question.question(),
                        clocks.get(question.unitId()),
                        command));
        return new CosignSheet(Stream.concat(requests.stream(), asked).toList());
    }

    /** The open request to one of these units; {@code E_GEN_SCOPE} when none of them is asked now. */
    CosignRequest openAt(Set<UUID> units) {
        return current().stream()
                .filter(request -> units.contains(request.unitId()) && request.isOpen())
                .findFirst()
                .orElseThrow(() -> Refusal.of(
                        RefusalCode.E_GEN_SCOPE, "您的单位没有待会签的事项。", "Your unit is not asked, or has answered."));
    }

    /** What this unit was asked in the present round. */
    CosignRequest of(UUID unit) {
        return current().stream()
                .filter(request -> request.unitId().equals(unit))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("/unitId", "该单位不在本轮会签单上。", "That unit is not asked in this round."));
    }

    CosignSheet with(CosignRequest changed) {
        return changed(request -> request.id().equals(changed.id()) ? changed : request);
    }

    /**
     * All have answered, or are late where silence counts as no objection.
     *
     * @param silent units whose silence the rule takes for no objection
     * @throws Refusal {@code E_GEN_ILLEGAL_STATE} while one is missing, {@code E_DOC_UNRESOLVED_DISAGREEMENT}
     */
    CosignSheet closed(Set<UUID> silent, Instant now) {
        var closed =
                changed(request -> request.isOpen() && silent.contains(request.unitId()) && now.isAfter(request.dueAt())
                        ? request.answered(CosignReply.silence(now))
                        : request);
        if (closed.current().stream().anyMatch(CosignRequest::isOpen)) {
            throw Refusal.illegalState(
                    "CLOSE_COSIGN", "waiting for an answer", List.of(OutgoingMove.REVISE_COSIGNED.name()));
        }
        if (closed.current().stream().anyMatch(CosignRequest::isUnresolved)) {
            throw unresolved();
        }
        return closed;
    }

    /** The host takes the text back: who has not answered is spared now, and asked again about the next one. */
    CosignSheet lapsed(Instant now) {
        return changed(request -> request.lapsed(now));
    }

    /**
     * What must be true of a text that goes to the office.
     *
     * @throws Refusal {@code E_DOC_COSIGN_REQUIRED} or {@code E_DOC_UNRESOLVED_DISAGREEMENT}
     */
    void requireFor(Paper paper, Instant lastFileAt, boolean touchesOtherPowers) {
        if (touchesOtherPowers && requests.isEmpty()) {
            throw Refusal.of(
                    RefusalCode.E_DOC_COSIGN_REQUIRED,
                    "文稿涉及其他单位职权,须先会签。",
                    "The draft touches other units' powers; let them co-sign first.");
        }
        var hash = paper.hash();
        if (latest().stream()
                .anyMatch(request -> request.reply().answer() == null || !request.isAbout(hash, lastFileAt))) {
            throw Refusal.of(
                    RefusalCode.E_DOC_COSIGN_REQUIRED,
                    "会签后文稿或附件有改动,或者有单位尚未对现稿作答,须就现稿重新会签。",
                    "The text or its files changed since it was co-signed, or a unit has not answered about it: ask again.");
        }
        if (latest().stream().anyMatch(request -> request.isUnresolved() || request.isUnheeded())) {
            throw unresolved();
        }
    }

    /** The last word of each unit that was ever asked. */
    List<CosignRequest> latest() {
        var last = new HashMap<UUID, CosignRequest>();
        requests.forEach(request ->
                last.merge(request.unitId(), request, (one, other) -> one.round() > other.round() ? one : other));
        return List.copyOf(last.values());
    }

    List<CosignRequest> current() {
        return requests.stream().filter(request -> request.round() == round()).toList();
    }

    List<CosignRequest> open() {
        return requests.stream().filter(CosignRequest::isOpen).toList();
    }

    @Nullable
    Instant dueAt() {
        return current().stream()
                .map(CosignRequest::dueAt)
                .max(Instant::compareTo)
                .orElse(null);
    }

    private int round() {
        return requests.stream().mapToInt(CosignRequest::round).max().orElse(0);
    }

    private CosignSheet changed(UnaryOperator<CosignRequest> change) {
        return new CosignSheet(requests.stream().map(change).toList());
    }

    private static Refusal unresolved() {
        return Refusal.of(
                RefusalCode.E_DOC_UNRESOLVED_DISAGREEMENT,
                "会签有不同意见尚未协调一致,也未提请办公室协调;请修改后再次会签,或提请协调。",
                "A co-signer disagrees: change the text and ask again, or bring it before the office.");
    }
}
