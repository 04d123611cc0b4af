package io.duban.supervision.conclusions;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What became of a matter's conclusions, for cards, bulletins and statistics that rest on them (domain 2.4.5). The events
 * {@code supervision.objection.changed} and {@code supervision.objection.revoked} say when to ask anew.
 */
@Component
public class ConclusionResults {

    private final ObjectFindings findings;
    private final ConclusionObjections objections;

    ConclusionResults(ObjectFindings findings, ConclusionObjections objections) {
        this.findings = findings;
        this.objections = objections;
    }

    /**
     * A review has found for the object.
     *
     * @param findingId the finding that does not hold any more
     * @param revoked whether nothing took its place; else another edition did
     */
    public record Correction(UUID findingId, UUID unitId, boolean revoked, Instant decidedAt) {}

    /** What reviews have corrected in this matter, oldest first; empty when nothing was. */
    public Flux<Correction> corrections(UUID matterId) {
        return objections
                .findByMatterIdOrderByFiledAtAscIdAsc(matterId)
                .filter(one -> one.status() == ObjectionStatus.CHANGED || one.status() == ObjectionStatus.REVOKED)
                .mapNotNull(ConclusionResults::correction);
    }

    /** Whether a conclusion of this matter holds against the unit, in whatever edition; also while an objection to it is open. */
    public Mono<Boolean> stands(UUID matterId, UUID unitId) {
        return findings.findByMatterIdAndUnitId(matterId, unitId)
                .any(finding -> finding.status().stands());
    }

    private static @Nullable Correction correction(ConclusionObjection objection) {
        var decided = objection.decidedAt();
        return decided == null
                ? null
                : new Correction(
                        objection.findingId(),
                        objection.unitId(),
                        objection.status() == ObjectionStatus.REVOKED,
                        decided);
    }
}
