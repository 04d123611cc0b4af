package io.duban.documents.incoming;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.problem.Refusal;
import io.duban.supervision.SupervisionIntake;
import io.duban.supervision.Urgency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** A paper of a superior that is itself a supervision (上级督办件) becomes a matter of our own with its assignment. */
final class SuperiorTasks {

    private SuperiorTasks() {}

    /** A unit of the district is nobody's superior, and what one's own leader orders comes in otherwise. */
    static void requireSuperior(IncomingDocument document, boolean supervise) {
        if (supervise
                && (document.sender().senderUnitId() != null
                        || document.register().upward())) {
            throw Refusal.invalid(
                    "/supervise", "只有上级来文可以作为督办件立项。", "Only a paper of a superior becomes a matter of supervision.");
        }
    }

    /** The draft of the matter; empty when the clerk did not ask for it. */
    static Optional<Outcome<?>> draftedWith(PaperFile paper, List<UnitAssignment> parts, Command command) {
        return paper.document().assigning().supervise()
                ? Optional.of(SupervisionIntake.draft(task(paper, parts), command.now()))
                : Optional.empty();
    }

    private static SupervisionIntake.SuperiorTask task(PaperFile paper, List<UnitAssignment> parts) {
        var document = paper.document();
        var leading = parts.stream().filter(part -> part.duty().leads()).toList();
        return new SupervisionIntake.SuperiorTask(
                paper.seats().stream()
                        .filter(seat -> seat.state() == LeaderSeat.State.WRITTEN)
                        .reduce((first, last) -> last)
                        .map(LeaderSeat::leaderId)
                        .orElse(null),
                document.assigning().draftedBy(),
                evidence(document, paper.title()),
                paper.title(),
                leading.stream().map(part -> part.charge().requirement()).toList(),
                leading.stream().map(UnitAssignment::unitId).collect(Collectors.toSet()),
                urgency(document.content().urgency()));
    }

    private static String evidence(IncomingDocument document, String title) {
        var number = Objects.requireNonNullElse(
                document.sender().senderNumber(),
                String.valueOf(document.register().registerNumber()));
        return "%s《%s》(%s)".formatted(document.sender().senderName(), title, number);
    }

    private static Urgency urgency(IncomingUrgency urgency) {
        return switch (urgency) {
            case EXTRA_URGENT, TELEGRAM_IMMEDIATE, TELEGRAM_EXTRA_URGENT -> Urgency.EXTRA_URGENT;
            case URGENT, TELEGRAM_URGENT -> Urgency.URGENT;
            case NORMAL, TELEGRAM_ROUTINE -> Urgency.NORMAL;
        };
    }
}
