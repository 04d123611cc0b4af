package io.duban.documents.outgoing;

import io.duban.platform.evidence.StoredFiles;
import io.duban.platform.identity.Reach;
import io.duban.platform.problem.Refusal;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads a document with everything that hangs on it. */
@Component
class Dossiers {

    private final OutgoingDocuments documents;
    private final OutgoingSigners signers;
    private final Deliveries deliveries;
    private final StoredFiles files;

    Dossiers(OutgoingDocuments documents, OutgoingSigners signers, Deliveries deliveries, StoredFiles files) {
        this.documents = documents;
        this.signers = signers;
        this.deliveries = deliveries;
        this.files = files;
    }

    /** The dossier, if the document is in reach; absent and out of reach are the same refusal. */
    Mono<Dossier> require(UUID id, Reach reach) {
        return documents
                .findById(id)
                .filter(document -> reach.covers(document.unitIds(), document.participantIds()))
                .switchIfEmpty(Mono.error(Refusal::notFound))
                .flatMap(this::whole);
    }

    private Mono<Dossier> whole(OutgoingDocument document) {
        return signers.findByDocumentIdOrderByRoundAscSeatAsc(document.id())
                .collectList()
                .map(sheets -> new Dossier(document, sheets, List.of(), List.of()))
                .flatMap(this::delivered)
                .flatMap(this::attached);
    }

    private Mono<Dossier> delivered(Dossier dossier) {
        return deliveries
                .findByDocumentIdOrderByUnitId(dossier.id())
                .collectList()
                .map(dossier::withDeliveries);
    }

    private Mono<Dossier> attached(Dossier dossier) {
        return files.findBySubjectIdOrderByReceivedAt(dossier.id()).reduce(dossier, Dossier::attaching);
    }
}
