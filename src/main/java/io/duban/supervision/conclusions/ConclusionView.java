package io.duban.supervision.conclusions;

import io.duban.platform.calendar.AlertLight;
import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Permissions;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conclusion as one officer sees it now: the general part, and of findings, items, objections and evidence those of objects he reaches; a unit its own.
 *
 * @param opinion the reviewer's; null outside of the office
 */
record ConclusionView(
        InspectionConclusion conclusion,
        @Nullable String opinion,
        List<ConclusionEvidence> evidence,
        List<Finding> findings,
        List<Item> items,
        List<Objection> objections,
        List<String> legalActions) {

    /** @param hearing null when the object was not heard yet */
    record Finding(ObjectFinding found, @Nullable Hearing hearing, List<String> legalActions) {

        static Finding of(ObjectFinding finding, Officer officer, Instant now) {
            var hearing = finding.hearing().isNone() ? null : finding.hearing();
            return new Finding(finding, hearing, finding.legalActions(officer, now));
        }
    }

    record Item(RectificationItem item, AlertLight light, List<String> legalActions) {

        static Item of(RectificationItem item, Officer officer, Instant now) {
            return new Item(item, item.light(now), item.legalActions(officer));
        }
    }

    record Objection(ConclusionObjection objection, AlertLight light, List<String> legalActions) {

        static Objection of(ConclusionObjection objection, Officer officer, Instant now) {
            return new Objection(objection, objection.light(now), objection.legalActions(officer));
        }
    }

    static ConclusionView of(ConclusionFile file, Officer officer, Permissions permissions, Instant now) {
        var conclusion = file.conclusion();
        var eyes = new Eyes(officer, permissions, conclusion.participantIds());
        return new ConclusionView(
                conclusion,
                eyes.areInside(conclusion) ? conclusion.opinion() : null,
                file.evidence().stream().filter(eyes::see).toList(),
                file.findings().stream()
                        .filter(one -> eyes.see(one.unitId()))
                        .map(one -> Finding.of(one, officer, now))
                        .toList(),
                file.items().stream()
                        .filter(one -> eyes.see(one.unitId()))
                        .map(one -> Item.of(one, officer, now))
                        .toList(),
                file.objections().stream()
                        .filter(one -> eyes.see(one.unitId()))
                        .map(one -> Objection.of(one, officer, now))
                        .toList(),
                conclusion.legalActions(officer));
    }

    /** Whom this officer reads about. */
    private record Eyes(Officer officer, Permissions permissions, Set<UUID> participants) {

        boolean see(UUID unit) {
            return permissions.reach(officer, "conclusion:read").clear().covers(Set.of(unit), participants);
        }

        boolean see(ConclusionEvidence evidence) {
            return evidence.unitId() == null || see(evidence.unitId());
        }

        boolean areInside(InspectionConclusion conclusion) {
            return permissions.reach(officer, "supervision:create").covers(conclusion.unitIds(), participants);
        }
    }
}
