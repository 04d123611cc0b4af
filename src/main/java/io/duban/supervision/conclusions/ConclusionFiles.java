package io.duban.supervision.conclusions;

import io.duban.platform.identity.Access;
import io.duban.platform.identity.Permissions;
import io.duban.platform.problem.Refusal;
import io.duban.supervision.matters.SupervisionMatters;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Gets a conclusion or one part of it, if it is in reach; absent, out of reach and masked are the same refusal. */
@Component
class ConclusionFiles {

    private final InspectionConclusions conclusions;
    private final ConclusionEvidences evidence;
    private final ObjectFindings findings;
    private final RectificationItems items;
    private final ConclusionObjections objections;
    private final SupervisionMatters matters;
    private final Permissions permissions;

    ConclusionFiles(
            InspectionConclusions conclusions,
            ConclusionEvidences evidence,
            ObjectFindings findings,
            RectificationItems items,
            ConclusionObjections objections,
            SupervisionMatters matters,
            Permissions permissions) {
        this.conclusions = conclusions;
        this.evidence = evidence;
        this.findings = findings;
        this.items = items;
        this.objections = objections;
        this.matters = matters;
        this.permissions = permissions;
    }

    /** The conclusion, and before its issue only for the office. */
    Mono<ConclusionFile> require(UUID conclusionId, Access access) {
        return conclusions
                .findById(conclusionId)
                .filter(one -> reaches(access, one.unitIds(), one.participantIds()))
                .filter(one -> permissions
                        .reach(access.officer(), one.readBy())
                        .clear()
                        .covers(one.unitIds(), one.participantIds()))
                .switchIfEmpty(Mono.error(Refusal::notFound))
                .flatMap(this::opened);
    }

    /** A finding that is issued. */
    Mono<ObjectFinding> finding(UUID findingId, Access access) {
        return findings.findById(findingId)
                .filter(one -> one.status() != ObjectFindingStatus.DRAFT)
                .filter(one -> reaches(access, one))
                .switchIfEmpty(Mono.error(Refusal::notFound));
    }

    /** An item that is ordered. */
    Mono<RectificationItem> item(UUID itemId, Access access) {
        return items.findById(itemId)
                .filter(one -> one.status() != RectificationStatus.DRAFT)
                .filter(one -> reaches(access, one))
                .switchIfEmpty(Mono.error(Refusal::notFound));
    }

    Mono<ConclusionObjection> objection(UUID objectionId, Access access) {
        return objections
                .findById(objectionId)
                .filter(one -> reaches(access, one))
                .switchIfEmpty(Mono.error(Refusal::notFound));
    }

    /** Of a part that was found; the part is read before its root: whatever changes it after that has moved the root on, or the part's own guard finds it. */
    Mono<Root> root(UUID conclusionId) {
        return conclusions
                .findById(conclusionId)
                .flatMap(conclusion ->
                        matters.findById(conclusion.matterId()).map(matter -> new Root(conclusion, matter)));
    }

    private Mono<ConclusionFile> opened(InspectionConclusion conclusion) {
        var id = conclusion.id();
        var round = conclusion.round();
        return evidence.findByConclusionIdAndRoundOrderByPlaceInList(id, round)
                .collectList()
                .flatMap(cited -> findings.findByConclusionIdAndRoundOrderByIdAsc(id, round)
                        .collectList()
                        .flatMap(found -> items.findByConclusionIdAndRoundOrderByIdAsc(id, round)
                                .collectList()
                                .flatMap(ordered -> objections
                                        .findByConclusionIdOrderByFiledAtAscIdAsc(id)
                                        .collectList()
                                        .map(objected ->
                                                new ConclusionFile(conclusion, cited, found, ordered, objected)))));
    }

    private static boolean reaches(Access access, ObjectPart part) {
        return reaches(access, Set.of(part.unitId()), part.participantIds());
    }

    private static boolean reaches(Access access, Collection<UUID> units, Collection<UUID> participants) {
        return access.reach().clear().covers(units, participants);
    }
}
