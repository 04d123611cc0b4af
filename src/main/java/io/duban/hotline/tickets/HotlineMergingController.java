package io.duban.hotline.tickets;

import io.duban.contract.ChildrenMergingDto;
import io.duban.contract.HotlineChildrenDto;
import io.duban.contract.HotlineMergingApi;
import io.duban.contract.HotlineRepeatsDto;
import io.duban.contract.HotlineTicketDto;
import io.duban.contract.MergedChildrenDto;
import io.duban.contract.RepeatQuestionDto;
import io.duban.contract.TicketMergingDto;
import io.duban.platform.commands.Commands;
import io.duban.platform.identity.Access;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Implements the page of repeats and mergings: translation only. */
@RestController
class HotlineMergingController implements HotlineMergingApi {

    private final TicketWork work;
    private final Commands commands;
    private final TicketMerging merging;
    private final MergeReading reading;
    private final MergeMapper mapper;

    HotlineMergingController(
            TicketWork work, Commands commands, TicketMerging merging, MergeReading reading, MergeMapper mapper) {
        this.work = work;
        this.commands = commands;
        this.merging = merging;
        this.reading = reading;
        this.mapper = mapper;
    }

    @Override
    public Mono<ResponseEntity<HotlineRepeatsDto>> findHotlineRepeats(
            UUID key, Mono<RepeatQuestionDto> body, ServerWebExchange exchange) {
        return body.flatMap(
                dto -> commands.ask(exchange, dto, command -> reading.before(mapper.toSought(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<HotlineRepeatsDto>> listHotlineRepeats(UUID ticketId, ServerWebExchange exchange) {
        return reading.of(ticketId, Access.of(exchange));
    }

    @Override
    public Mono<ResponseEntity<HotlineTicketDto>> mergeHotlineTicket(
            UUID ticketId, UUID key, String ifMatch, Mono<TicketMergingDto> body, ServerWebExchange exchange) {
        return body.flatMap(
                dto -> work.execute(exchange, dto, command -> merging.merge(ticketId, dto.getParentId(), command)));
    }

    @Override
    public Mono<ResponseEntity<HotlineTicketDto>> unmergeHotlineTicket(
            UUID ticketId, UUID key, String ifMatch, ServerWebExchange exchange) {
        return work.execute(exchange, Map.of(), command -> merging.unmerge(ticketId, command));
    }

    @Override
    public Mono<ResponseEntity<HotlineChildrenDto>> listHotlineChildren(UUID ticketId, ServerWebExchange exchange) {
        return reading.childrenOf(ticketId, Access.of(exchange));
    }

    @Override
    public Mono<ResponseEntity<MergedChildrenDto>> mergeHotlineChildren(
            UUID ticketId, UUID key, String ifMatch, Mono<ChildrenMergingDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> commands.execute(
                exchange,
                dto,
                MergedChildrenDto.class,
                command -> merging.mergeAll(ticketId, mapper.toChildren(dto.getChildren()), command),
                reading::answer));
    }
}
