package io.duban.documents.outgoing;

import io.duban.platform.evidence.StoredFiles;
import io.duban.platform.identity.Reach;
import io.duban.platform.persistence.Untorn;
import io.duban.platform.problem.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads a document with everything that hangs on it. */
@Component
class Dossiers {

    private final OutgoingDocuments documents;
    private final Sheets sheets;
    private final StoredFiles files;

    Dossiers(OutgoingDocuments documents, Sheets sheets, StoredFiles files) {
        this.documents = documents;
        this.sheets = sheets;
        this.files = files;
    }

    /** The dossier, if the document is in reach; absent and out of reach are the same refusal. */
    Mono<Dossier> require(UUID id, Reach reach) {
        var whole = documents
                .findById(id)
                .filter(document -> reach.covers(document.unitIds(), document.participantIds()))
                .switchIfEmpty(Mono.error(Refusal::notFound))
                .flatMap(this::whole);
        return Untorn.read(whole, documents.findById(id));
    }

    /** A document named by another one, whoever asks: what it is needed for decides what is told of it. */
    Mono<Dossier> named(UUID id, String pointer) {
        return documents
                .findById(id)
                .switchIfEmpty(Mono.error(Refusal.invalid(pointer, "没有这份文件。", "There is no such document.")))
                .flatMap(this::whole);
    }

    /** Dossiers in reach without what is attached to them, in as many queries as one takes. */
    Flux<Dossier> inReach(Collection<UUID> ids, Reach reach) {
        return documents
                .findByIdIn(ids)
                .filter(document -> reach.covers(document.unitIds(), document.participantIds()))
                .collectList()
                .flatMap(found -> sheets.ofAll(ids)
                        .map(rows -> found.stream()
                                .map(document ->
                                        new Dossier(document, rows.getOrDefault(document.id(), Rows.NONE), List.of()))
                                .toList()))
                .flatMapIterable(dossiers -> dossiers);
    }

    private Mono<Dossier> whole(OutgoingDocument document) {
        return sheets.of(document.id())
                .map(rows -> new Dossier(document, rows, List.of()))
                .flatMap(this::attached);
    }

    private Mono<Dossier> attached(Dossier dossier) {
        return files.findBySubjectIdOrderByReceivedAt(dossier.id()).reduce(dossier, Dossier::attaching);
    }
}
