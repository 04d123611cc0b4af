package io.duban.documents.outgoing;

import static io.duban.platform.identity.Role.*;

import io.duban.platform.identity.Directory;
import io.duban.platform.identity.UnitDirectory;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who may sign which paper (条例 art. 22), and in which order leaders see it. */
@Component
class SignerAuthority {

    private final Directory directory;
    private final UnitDirectory units;

    SignerAuthority(Directory directory, UnitDirectory units) {
        this.directory = directory;
        this.units = units;
    }

    /** The chief signs what goes up or is important; else the chief, or the deputy in charge of the drafting unit. */
    Mono<Void> requireFor(UUID signer, boolean important, OutgoingDocument document) {
        var chiefOnly = important || document.paper().direction() == Paper.Direction.UPWARD;
        var deputy = chiefOnly ? Mono.just(false) : isDeputyInCharge(signer, document);
        return isChief(signer)
                .flatMap(chief -> chief ? Mono.just(true) : deputy)
                .flatMap(authorised -> authorised ? Mono.empty() : Mono.error(notAuthorised(chiefOnly)));
    }

    Mono<Boolean> isChief(UUID person) {
        return directory.holds(person, CHIEF_LEADER, null);
    }

    /** Before the chief comes the deputy in charge of the unit, unless somebody says why not ({@code E_DOC_ORDER_SKIPPED}). */
    Mono<Void> requireOrder(OutgoingReview.SignatureRequest request, OutgoingDocument document) {
        var reasoned = request.orderReason() != null && !request.orderReason().isBlank();
        var order = reasoned ? Mono.<Void>empty() : requireDeputyFirst(request, document);
        return requireLeaders(request).then(order);
    }

    private Mono<Void> requireDeputyFirst(OutgoingReview.SignatureRequest request, OutgoingDocument document) {
        return units.deputyInChargeOf(document.origin().draftingUnitId())
                .filter(deputy -> !deputy.equals(request.signerId())
                        && !request.precedingIds().contains(deputy))
                .flatMap(deputy -> Mono.error(Refusal.of(
                        RefusalCode.E_DOC_ORDER_SKIPPED,
                        "须先经分管领导审签;不经分管领导的,请写明理由。",
                        "The deputy in charge of the unit comes first; put him before the signer, or say why not.")));
    }

    private Mono<Void> requireLeaders(OutgoingReview.SignatureRequest request) {
        return Flux.fromIterable(request.precedingIds())
                .concatMap(person -> directory.requirePost(person, DEPUTY_LEADER, null, "/precedingIds"))
                .then();
    }

    private Mono<Boolean> isDeputyInCharge(UUID person, OutgoingDocument document) {
        return directory
                .holds(person, DEPUTY_LEADER, null)
                .flatMap(holds ->
                        holds ? directory.isInChargeOf(person, document.origin().draftingUnitId()) : Mono.just(false));
    }

    private static Refusal notAuthorised(boolean chiefOnly) {
        return Refusal.of(
                RefusalCode.E_DOC_SIGNER_NOT_AUTHORISED,
                chiefOnly ? "上行文和重要公文由主要负责人签发。" : "须由主要负责人或者分管拟稿单位的领导签发。",
                chiefOnly
                        ? "Papers to superiors and important papers are signed by the chief."
                        : "It is signed by the chief, or by the deputy in charge of the drafting unit.");
    }
}
