package io.duban.hotline.tickets;

import io.duban.contract.CitizenContactListDto;
import io.duban.contract.HardTicketPageDto;
import io.duban.contract.PhotoRenditionDto;
import io.duban.contract.TicketHandlingHistoryDto;
import io.duban.platform.evidence.EvidenceDownload;
import io.duban.platform.evidence.Rendition;
import io.duban.platform.evidence.StoredFile;
import io.duban.platform.evidence.StoredFiles;
import io.duban.platform.identity.Access;
import io.duban.platform.identity.Permissions;
import io.duban.platform.problem.Refusal;
import io.duban.platform.uploads.DeclaredFileReading;
import io.duban.platform.uploads.DeclaredFilesView;
import io.duban.platform.web.Cursors;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The work on a ticket as the contract shows it to one officer: what tells of the citizen is masked as the ticket itself is. */
@Component
class HandlingReading {

    private final HotlineTickets tickets;
    private final CitizenContacts contacts;
    private final HandlingRows rows;
    private final HardList hard;
    private final DeclaredFileReading uploads;
    private final StoredFiles stored;
    private final EvidenceDownload download;
    private final HandlingMapper mapper;
    private final Permissions permissions;
    private final Cursors cursors;

    HandlingReading(
            HotlineTickets tickets,
            CitizenContacts contacts,
            HandlingRows rows,
            HardList hard,
            DeclaredFileReading uploads,
            StoredFiles stored,
            EvidenceDownload download,
            HandlingMapper mapper,
            Permissions permissions,
            Cursors cursors) {
        this.tickets = tickets;
        this.contacts = contacts;
        this.rows = rows;
        this.hard = hard;
        this.uploads = uploads;
        this.stored = stored;
        this.download = download;
        this.mapper = mapper;
        this.permissions = permissions;
        this.cursors = cursors;
    }

    Mono<ResponseEntity<CitizenContactListDto>> contacts(UUID ticketId, Access access) {
        return tickets.require(ticketId, access.reach())
                .map(ticket -> isMasked(ticket, access))
                .flatMap(masked -> contacts.findByTicketIdOrderByRecordedAt(ticketId)
                        .map(contact -> mapper.toDto(masked ? contact.withoutNote() : contact))
                        .collectList())
                .map(items -> ResponseEntity.ok(new CitizenContactListDto(items)));
    }

    Mono<ResponseEntity<TicketHandlingHistoryDto>> history(UUID ticketId, Access access) {
        return tickets.require(ticketId, access.reach())
                .flatMap(ticket -> Mono.zip(feedbacks(ticket, access), doubtful(ticket, access))
                        .flatMap(shown -> rows.of(ticket, shown.getT1(), shown.getT2())))
                .map(mapper::toDto)
                .map(ResponseEntity::ok);
    }

    Mono<ResponseEntity<HardTicketPageDto>> hardList(int limit, @Nullable String cursor, ServerWebExchange exchange) {
        var access = Access.of(exchange);
        var person = access.officer().id().toString();
        return hard.list(cursors.openPlace(cursor, person, exchange), limit + 1, access)
                .collectList()
                .map(found -> cursors.page(
                        found, limit, row -> Cursors.Place.of(row.reviewAt(), row.ticketId()), person, exchange))
                .map(page -> ResponseEntity.ok(new HardTicketPageDto(
                                page.items().stream().map(mapper::toDto).toList())
                        .nextCursor(page.nextCursor())));
    }

    /** {@code E_WEB_NOT_FOUND} for a file of another ticket. */
    Mono<ResponseEntity<Flux<DataBuffer>>> file(
            UUID ticketId, UUID fileId, @Nullable PhotoRenditionDto asked, Access access) {
        var rendition = asked == null ? Rendition.PUBLIC : Rendition.valueOf(asked.name());
        return tickets.require(ticketId, access.reach())
                .flatMap(ticket -> stored.require(fileId)
                        .filter(file -> ticket.subjectType().equals(file.subjectType())
                                && ticket.id().equals(file.subjectId()))
                        .switchIfEmpty(Mono.error(Refusal::notFound)))
                .map(file -> download.of(file, rendition));
    }

    private Mono<List<HandlingHistory.Shown>> feedbacks(HotlineTicket ticket, Access access) {
        var masked = isMasked(ticket, access);
        var judged = ticket.wasHandledBy(access.officer());
        return rows.feedbacks(ticket.id())
                .flatMap(all -> uploads.ofAll(
                                all.stream().map(TicketFeedback::id).toList())
                        .map(files -> all.stream()
                                .map(one -> new HandlingHistory.Shown(
                                        one,
                                        masked ? null : one.toldCitizenWhat(),
                                        judged ? null : one.likeness(),
                                        files.getOrDefault(one.id(), DeclaredFilesView.NONE)))
                                .toList()));
    }

    private Mono<List<StoredFile>> doubtful(HotlineTicket ticket, Access access) {
        return ticket.wasHandledBy(access.officer())
                ? Mono.just(List.of())
                : stored.findBySubjectIdOrderByReceivedAt(ticket.id())
                        .filter(file -> ticket.subjectType().equals(file.subjectType())
                                && !file.flags().isEmpty())
                        .collectList();
    }

    private boolean isMasked(HotlineTicket ticket, Access access) {
        return SeenWords.of(ticket, access, permissions).withheld();
    }
}
