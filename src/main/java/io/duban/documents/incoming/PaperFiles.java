package io.duban.documents.incoming;

import static io.duban.platform.identity.Role.*;

import io.duban.platform.evidence.StoredFiles;
import io.duban.platform.identity.Access;
import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Reach;
import io.duban.platform.persistence.Untorn;
import io.duban.platform.problem.Refusal;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads a paper with everything that hangs on it. */
@Component
class PaperFiles {

    private final IncomingDocuments documents;
    private final LeaderSeats seats;
    private final UnitAssignments assignments;
    private final CirculationReaders readers;
    private final StoredFiles files;

    PaperFiles(
            IncomingDocuments documents,
            LeaderSeats seats,
            UnitAssignments assignments,
            CirculationReaders readers,
            StoredFiles files) {
        this.documents = documents;
        this.seats = seats;
        this.assignments = assignments;
        this.readers = readers;
        this.files = files;
    }

    /** The paper, if it is in reach; absent and out of reach are the same refusal. */
    Mono<PaperFile> require(UUID id, Access access) {
        var whole = documents
                .findById(id)
                .filter(document -> isInReach(document, access.officer(), access.reach()))
                .switchIfEmpty(Mono.error(Refusal::notFound))
                .flatMap(this::whole);
        return Untorn.read(whole, documents.findById(id));
    }

    /** The paper, for work nobody commands; empty when there is none. */
    Mono<PaperFile> find(UUID id) {
        return documents.findById(id).flatMap(this::whole);
    }

    /** Papers in reach without what is attached to them, in as many queries as one takes. */
    Flux<PaperFile> inReach(Collection<UUID> ids, Officer officer, Reach reach) {
        return documents
                .findByIdIn(ids)
                .filter(document -> isInReach(document, officer, reach))
                .map(PaperFile::of)
                .collectList()
                .flatMap(papers -> seats.findByDocumentIdInOrderByRoundAscSeatAsc(ids)
                        .collectMultimap(LeaderSeat::documentId)
                        .map(found -> each(papers, paper -> paper.withSeats(of(paper, found)))))
                .flatMap(papers -> assignments
                        .findByDocumentIdInOrderByIdAsc(ids)
                        .collectMultimap(UnitAssignment::documentId)
                        .map(found -> each(papers, paper -> paper.withAssignments(of(paper, found)))))
                .flatMap(papers -> readers.findByDocumentIdInOrderBySeatAsc(ids)
                        .collectMultimap(CirculationReader::documentId)
                        .map(found -> each(papers, paper -> paper.withReaders(of(paper, found)))))
                .flatMapIterable(papers -> papers);
    }

    private static List<PaperFile> each(List<PaperFile> papers, UnaryOperator<PaperFile> more) {
        return papers.stream().map(more).toList();
    }

    private static <R> List<R> of(PaperFile paper, Map<UUID, Collection<R>> found) {
        return List.copyOf(found.getOrDefault(paper.id(), List.of()));
    }

    private Mono<PaperFile> whole(IncomingDocument document) {
        return seats.findByDocumentIdOrderByRoundAscSeatAsc(document.id())
                .collectList()
                .map(sheets -> new PaperFile(document, sheets, List.of(), List.of(), List.of()))
                .flatMap(this::assigned)
                .flatMap(this::circulated)
                .flatMap(this::attached);
    }

    private Mono<PaperFile> assigned(PaperFile file) {
        return assignments.findByDocumentIdOrderByIdAsc(file.id()).collectList().map(file::withAssignments);
    }

    private Mono<PaperFile> circulated(PaperFile file) {
        return readers.findByDocumentIdOrderBySeatAsc(file.id()).collectList().map(file::withReaders);
    }

    private Mono<PaperFile> attached(PaperFile file) {
        return files.findBySubjectIdOrderByReceivedAt(file.id()).reduce(file, PaperFile::attaching);
    }

    /** A work secret is for those who have part in it, and the office's own desk that passes it on. */
    private static boolean isInReach(IncomingDocument document, Officer officer, Reach reach) {
        return reach.covers(document.unitIds(), document.participantIds())
                && (!document.content().isWorkSecret()
                        || worksOnPapers(officer)
                        || !Collections.disjoint(document.participantIds(), officer.hands()));
    }

    /** The office's line that every paper passes. */
    static boolean worksOnPapers(Officer officer) {
        return officer.has(REGISTRAR, DOC_HANDLER, SECTION_CHIEF, OFFICE_DEPUTY, OFFICE_DIRECTOR);
    }
}
