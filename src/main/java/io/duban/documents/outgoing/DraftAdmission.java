package io.duban.documents.outgoing;

import static io.duban.platform.identity.Role.*;

import io.duban.platform.commands.Command;
import io.duban.platform.identity.Directory;
import io.duban.platform.identity.UnitDirectory;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What a draft must be before it is begun (domain 2.2 T1), as far as other rows have to be read for it. */
@Component
class DraftAdmission {

    /** 下级政府: who may only be ordered with the district's authority. */
    private static final Set<String> LOWER_GOVERNMENTS = Set.of("SUBDISTRICT", "TOWNSHIP", "MANAGEMENT_OFFICE");

    private final Directory directory;
    private final UnitDirectory units;
    private final IssuerNames issuers;
    private final IssuePlan plan;
    private final Dossiers dossiers;

    DraftAdmission(Directory directory, UnitDirectory units, IssuerNames issuers, IssuePlan plan, Dossiers dossiers) {
        this.directory = directory;
        this.units = units;
        this.issuers = issuers;
        this.plan = plan;
        this.dossiers = dossiers;
    }

    /** The draft, with 代拟稿 marked where a department drafts for another body. */
    Mono<OutgoingDocument> admitted(OutgoingDocument document, Command command) {
        return Mono.fromCallable(() -> issuers.require(document.paper().issuer()))
                .then(requireRecipients(document.paper()))
                .then(Mono.defer(() -> requireBodies(document.particulars())))
                .then(Mono.defer(() -> plan.requireEntryFor(document, command)))
                .then(Mono.defer(() -> requireAuthority(document)))
                .then(Mono.defer(() -> requireOriginal(document, command)))
                .then(Mono.defer(() -> marked(document)));
    }

    private Mono<Void> requireRecipients(Paper paper) {
        return directory
                .canAllSignFor(paper.recipients())
                .flatMap(all -> all
                        ? Mono.empty()
                        : Mono.error(Refusal.invalid(
                                "/mainRecipients", "主送或抄送单位不存在。", "A main or copy recipient does not exist.")));
    }

    private Mono<Void> requireBodies(Particulars particulars) {
        if (!particulars.isJoint()) {
            return Mono.empty();
        }
        return units.allHave(particulars.jointUnitIds(), Set.of(UNIT_HEAD, CHIEF_LEADER))
                .flatMap(all -> all
                        ? Mono.empty()
                        : Mono.error(Refusal.invalid(
                                "/jointUnitIds",
                                "联合行文机关不存在,或者没有负责人。",
                                "A joint body does not exist, or has no head.")));
    }

    /** Art. 16(2): below the government, only its office orders a lower government, and only when it is authorised to. */
    private Mono<Void> requireAuthority(OutgoingDocument document) {
        var paper = document.paper();
        var authorised = document.particulars().authorisation();
        if (paper.direction() != Paper.Direction.DOWNWARD
                || paper.issuer() != Paper.Issuer.OFFICE
                || authorised != null && !authorised.isBlank()) {
            return Mono.empty();
        }
        return units.units(paper.recipients())
                .filter(unit -> LOWER_GOVERNMENTS.contains(unit.kind()))
                .hasElements()
                .flatMap(ordersThem -> ordersThem
                        ? Mono.error(Refusal.of(
                                RefusalCode.E_DOC_NO_AUTHORITY_DOWNWARD,
                                "部门和办公室未经授权不得向下级政府下达指令;请写明授权,或者改以区政府名义行文。",
                                "Without authorisation only the government itself orders a lower government."))
                        : Mono.empty());
    }

    /** A correction names an issued paper in the drafter's reach, and goes to everybody who got that one. */
    private Mono<Void> requireOriginal(OutgoingDocument document, Command command) {
        var original = document.particulars().correctsId();
        if (original == null) {
            return Mono.empty();
        }
        return dossiers.named(original, "/correctsId")
                .filter(found -> command.access()
                        .reach()
                        .covers(found.document().unitIds(), found.document().participantIds()))
                .switchIfEmpty(Mono.error(Refusal.invalid("/correctsId", "没有这份文件。", "There is no such document.")))
                .doOnNext(found -> requireCorrectable(document, found))
                .then();
    }

    private static void requireCorrectable(OutgoingDocument correction, Dossier original) {
        if (!OutgoingMove.CORRECT.from().contains(original.document().status())
                || original.document().paper().issuer() != correction.paper().issuer()) {
            throw Refusal.invalid(
                    "/correctsId", "只能更正本机关已印发且有效的文件。", "Only an issued paper of the same issuer is corrected.");
        }
        var told = original.deliveries().stream().map(Delivery::unitId).toList();
        if (!correction.paper().recipients().containsAll(told)) {
            throw Refusal.invalid(
                    "/mainRecipients", "更正须发给原文件的所有收文单位。", "A correction goes to everybody who got the paper.");
        }
    }

    private Mono<OutgoingDocument> marked(OutgoingDocument document) {
        if (document.paper().issuer() == Paper.Issuer.OFFICE) {
            return Mono.just(document);
        }
        UUID unit = document.origin().draftingUnitId();
        return units.units(Set.of(unit))
                .any(found ->
                        !found.kind().startsWith("OFFICE") && !found.kind().equals("CORE_LEADERSHIP"))
                .map(other -> other ? document.with(document.particulars().onBehalf()) : document);
    }
}
