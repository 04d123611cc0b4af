package io.duban.supervision.conclusions;

import static io.duban.platform.identity.Role.*;
import static io.duban.supervision.conclusions.SampleConclusions.*;
import static io.duban.supervision.matters.SampleMatters.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.platform.commands.Command;
import io.duban.platform.problem.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever an object and the office try about one finding, in whatever order. */
class ObjectionWalkProperties {

    private static final int STEPS = 10;

    /** One object's part of a conclusion, as the workflows keep it: editions of the finding, objections to them, and the item it has to put right. */
    private static final class Part {

        final List<ObjectFinding> editions =
                new ArrayList<>(List.of(SampleConclusions.finding(ObjectFindingStatus.PENDING_RECEIPT, 1)));
        final List<ConclusionObjection> objections = new ArrayList<>();
        RectificationItem item = SampleConclusions.item(RectificationStatus.OPEN);

        ObjectFinding finding() {
            return editions.get(editions.size() - 1);
        }

        /** The last one; before the first, one that is long decided. */
        ConclusionObjection objection() {
            return objections.isEmpty()
                    ? SampleConclusions.objection(ObjectionStatus.UPHELD)
                    : objections.get(objections.size() - 1);
        }
    }

    @Property(tries = 2000)
    void anObjectionIsDecidedOnceByOthersAndTheFindingFollows(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 0, max = 999) Integer> tries) {
        var part = new Part();
        for (var number : tries) {
            try {
                step(part, number % STEPS);
            } catch (Refusal refused) {
                continue;
            }
            holds(part);
        }
    }

    private static void holds(Part part) {
        assertThat(part.objections.stream().filter(one -> one.status().isOpen()))
                .as("one objection at a time")
                .hasSizeLessThanOrEqualTo(1);
        assertThat(part.editions.stream().filter(one -> one.status().stands()))
                .as("one edition stands, or none when it was revoked")
                .hasSize(part.finding().status() == ObjectFindingStatus.REVOKED ? 0 : 1);
        assertThat(part.editions).as("a review is the last word").hasSizeLessThanOrEqualTo(2);
        assertThat(part.finding().status() == ObjectFindingStatus.OBJECTED)
                .as("objected while an objection is open")
                .isEqualTo(
                        !part.objections.isEmpty() && part.objection().status().isOpen());
        assertThat(part.objections)
                .allSatisfy(one -> assertThat(one.decidedAt() == null)
                        .isEqualTo(one.status().isOpen()))
                .noneSatisfy(one -> assertThat(one.recusedIds()).contains(one.decidedById()))
                .filteredOn(one -> one.status() != ObjectionStatus.INADMISSIBLE)
                .as("what was decided is not objected to again")
                .hasSizeLessThanOrEqualTo(1);
        assertThat(part.item.status() == RectificationStatus.WITHDRAWN)
                .as("withdrawn only with its finding")
                .matches(withdrawn ->
                        !withdrawn || !part.editions.get(0).status().stands());
    }

    private static void step(Part part, int step) {
        var finding = part.finding();
        var objection = part.objection();
        var head = command(officer(URBAN, UNIT_HEAD, UNIT_LIAISON), finding.version());
        switch (step) {
            case 0 -> replace(part, finding.signFor(LATER, head));
            case 1, 2 -> file(part, finding.fileObjection(head), head);
            case 3 -> replace(part, objection.accept(office(objection.version(), SUPERVISION_CHIEF)));
            case 4 ->
                replace(
                        part,
                        objection.accept(command(officer(AUTHOR, OFFICE, SUPERVISION_CHIEF), objection.version())));
            case 5 -> end(part, ObjectionEnd.INADMISSIBLE);
            case 6 -> end(part, ObjectionEnd.UPHELD);
            case 7 -> end(part, ObjectionEnd.CHANGED);
            case 8 -> end(part, ObjectionEnd.REVOKED);
            default -> part.item = part.item.report("已整改", unit(part.item.version(), UNIT_HEAD));
        }
    }

    private static void file(Part part, ObjectFinding objected, Command head) {
        replace(part, objected);
        part.objections.add(ConclusionObjection.filed(
                objected,
                "异议",
                Set.of(AUTHOR, REVIEWER),
                due(ConclusionObjection.SUBJECT_TYPE, UUID.randomUUID()),
                head));
    }

    private static void end(Part part, ObjectionEnd end) {
        var handler = office(part.objection().version(), CHIEF_LEADER);
        var decided = part.objection().decide(end.move(), "理由", handler);
        var before = part.finding();
        var after = before.after(end.consequence());
        replace(part, decided);
        replace(part, after);
        if (end == ObjectionEnd.CHANGED) {
            part.editions.add(before.successor("变更后的结论"));
        }
        if (!after.status().stands() && part.item.status().isUnfinished()) {
            part.item = part.item.withdraw();
        }
    }

    private static void replace(Part part, ObjectFinding finding) {
        part.editions.set(part.editions.size() - 1, finding);
    }

    private static void replace(Part part, ConclusionObjection objection) {
        part.objections.set(part.objections.size() - 1, objection);
    }
}
