package io.duban.supervision.conclusions;

import static io.duban.platform.identity.Role.*;

import io.duban.platform.calendar.Deadline;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.events.Subject;
import io.duban.platform.todos.Assignee;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Findings on their way to their objects (与督查对象有关的督查结论应当向督查对象反馈, art. 16), each with the clock of its receipt, and what they want
 * put right, each with the clock of its date.
 */
record FindingDelivery(List<Sent> sent, List<Ordered> ordered) {

    /** A finding and by when it is to be signed for. */
    record Sent(ObjectFinding finding, Deadline signBy) {}

    /** An item and its clock. */
    record Ordered(RectificationItem item, Deadline due) {}

    List<ObjectFinding> findings() {
        return sent.stream().map(Sent::finding).toList();
    }

    List<RectificationItem> items() {
        return ordered.stream().map(Ordered::item).toList();
    }

    /** As a part of the command that issues them: drafted before, they are updated. */
    <T extends Subject> Outcome<T> ofDraftsInto(Outcome<T> outcome, Instant now) {
        sent.forEach(
                one -> outcome.including(one(one, Outcome.about(one.finding()).updating(one.finding()), now)));
        ordered.forEach(
                one -> outcome.including(one(one, Outcome.about(one.item()).updating(one.item()), now)));
        return outcome;
    }

    /** As a part of the command that makes them. */
    <T extends Subject> Outcome<T> ofNewInto(Outcome<T> outcome, Instant now) {
        sent.forEach(
                one -> outcome.including(one(one, Outcome.about(one.finding()).inserting(one.finding()), now)));
        ordered.forEach(
                one -> outcome.including(one(one, Outcome.about(one.item()).inserting(one.item()), now)));
        return outcome;
    }

    private static Outcome<ObjectFinding> one(Sent sent, Outcome<ObjectFinding> outcome, Instant now) {
        var unit = sent.finding().unitId();
        return outcome.starting(sent.signBy(), ConclusionClocks.urgeSignature(unit))
                .opening(
                        ObjectFindingMove.SIGN_FOR_FINDING.name(),
                        Assignee.holdersAt(Set.of(unit), UNIT_LIAISON),
                        sent.signBy().currentDueAt())
                .announcing("issued", Priority.ACTION, now);
    }

    private static Outcome<RectificationItem> one(Ordered ordered, Outcome<RectificationItem> outcome, Instant now) {
        return outcome.starting(ordered.due(), ConclusionClocks.URGE_RECTIFICATION)
                .opening(
                        RectificationMove.REPORT_RECTIFICATION.name(),
                        Assignee.holdersAt(Set.of(ordered.item().unitId()), UNIT_HEAD),
                        ordered.item().dueAt())
                .announcing("ordered", Priority.ACTION, now);
    }
}
