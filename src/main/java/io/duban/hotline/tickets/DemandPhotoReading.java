package io.duban.hotline.tickets;

import io.duban.contract.DeclaredFileListDto;
import io.duban.contract.PhotoRenditionDto;
import io.duban.platform.evidence.EvidenceDownload;
import io.duban.platform.evidence.Rendition;
import io.duban.platform.evidence.StoredFiles;
import io.duban.platform.identity.Access;
import io.duban.platform.identity.Permissions;
import io.duban.platform.problem.Refusal;
import io.duban.platform.uploads.DeclaredFileMapper;
import io.duban.platform.uploads.DeclaredFileReading;
import io.duban.platform.uploads.DeclaredFilesView;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The photos of a demand as the contract shows them to one officer. */
@Component
class DemandPhotoReading {

    private final HotlineTickets tickets;
    private final DeclaredFileReading uploads;
    private final StoredFiles stored;
    private final EvidenceDownload download;
    private final DeclaredFileMapper mapper;
    private final Permissions permissions;

    DemandPhotoReading(
            HotlineTickets tickets,
            DeclaredFileReading uploads,
            StoredFiles stored,
            EvidenceDownload download,
            DeclaredFileMapper mapper,
            Permissions permissions) {
        this.tickets = tickets;
        this.uploads = uploads;
        this.stored = stored;
        this.download = download;
        this.mapper = mapper;
        this.permissions = permissions;
    }

    Mono<ResponseEntity<DeclaredFileListDto>> list(UUID ticketId, Access access) {
        return shown(ticketId, access)
                .flatMap(ticket ->
                        uploads.of(ticket.id()).map(files -> dto(files, SeenWords.of(ticket, access, permissions))))
                .map(ResponseEntity::ok);
    }

    /** {@code E_WEB_NOT_FOUND} for a file of another ticket, and for what a unit handed in. */
    Mono<ResponseEntity<Flux<DataBuffer>>> photo(
            UUID ticketId, UUID fileId, @Nullable PhotoRenditionDto asked, Access access) {
        var rendition = asked == null ? Rendition.PUBLIC : Rendition.valueOf(asked.name());
        return shown(ticketId, access)
                .flatMap(ticket -> stored.require(fileId)
                        .filter(file -> DemandPhotos.SUBJECT_TYPE.equals(file.subjectType())
                                && ticket.id().equals(file.subjectId())))
                .switchIfEmpty(Mono.error(Refusal::notFound))
                .map(file -> download.of(file, rendition));
    }

    private Mono<HotlineTicket> shown(UUID ticketId, Access access) {
        return tickets.requireAlsoUnderParent(ticketId, access.reach())
                .map(ticket -> new DemandPhotoAccess(ticket, access.officer()).require());
    }

    private DeclaredFileListDto dto(DeclaredFilesView files, SeenWords seen) {
        var dto = mapper.toDtoWithoutNames(files);
        dto.getItems().forEach(item -> item.setNote(seen.words(item.getNote())));
        return dto;
    }
}
