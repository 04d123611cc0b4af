package io.duban.hotline.tickets;

import io.duban.contract.HotlineChildrenDto;
import io.duban.contract.HotlineRepeatsDto;
import io.duban.contract.MergedChildrenDto;
import io.duban.platform.commands.Command;
import io.duban.platform.identity.Access;
import io.duban.platform.identity.Permissions;
import io.duban.platform.web.Versions;
import java.time.Clock;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Repeats and merged tickets as the contract shows them to one officer. */
@Component
class MergeReading {

    private final HotlineTickets tickets;
    private final RepeatSearch repeats;
    private final MergeMapper mapper;
    private final HotlineMapper ticketMapper;
    private final Permissions permissions;
    private final Clock clock;

    MergeReading(
            HotlineTickets tickets,
            RepeatSearch repeats,
            MergeMapper mapper,
            HotlineMapper ticketMapper,
            Permissions permissions,
            Clock clock) {
        this.tickets = tickets;
        this.repeats = repeats;
        this.mapper = mapper;
        this.ticketMapper = ticketMapper;
        this.permissions = permissions;
        this.clock = clock;
    }

    Mono<ResponseEntity<HotlineRepeatsDto>> before(SoughtPlace sought, Command command) {
        return shown(repeats.before(sought, command.now(), command.access().zone()));
    }

    Mono<ResponseEntity<HotlineRepeatsDto>> of(UUID ticketId, Access access) {
        return tickets.require(ticketId, access.reach())
                .flatMap(ticket -> shown(repeats.of(ticket, clock.instant(), access.zone())));
    }

    /** A child has no unit of its own: whoever may read its parent reads it, and sees of its citizen what he sees of the parent's. */
    Mono<ResponseEntity<HotlineChildrenDto>> childrenOf(UUID parentId, Access access) {
        return tickets.require(parentId, access.reach())
                .flatMap(parent -> tickets.findByParentId(parentId)
                        .map(child -> ticketMapper.toDto(
                                TicketView.of(child.seenWith(parent), access.officer(), permissions, clock.instant())))
                        .collectList())
                .map(items -> ResponseEntity.ok(new HotlineChildrenDto(items)));
    }

    ResponseEntity<MergedChildrenDto> answer(MergedFamily family, Command command) {
        var parent = TicketView.of(family.parent(), command.officer(), permissions, clock.instant());
        return ResponseEntity.ok()
                .eTag(Versions.etag(family.version()))
                .body(mapper.toDto(ticketMapper.toDto(parent), family));
    }

    private Mono<ResponseEntity<HotlineRepeatsDto>> shown(Flux<Repeat> found) {
        return found.map(mapper::toDto).collectList().map(items -> ResponseEntity.ok(new HotlineRepeatsDto(items)));
    }
}
