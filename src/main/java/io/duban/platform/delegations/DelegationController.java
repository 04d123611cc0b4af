package io.duban.platform.delegations;

import io.duban.contract.DelegationDto;
import io.duban.contract.DelegationEndingDto;
import io.duban.contract.DelegationPageDto;
import io.duban.contract.DelegationsApi;
import io.duban.contract.NewDelegationDto;
import io.duban.platform.commands.Commands;
import io.duban.platform.identity.Access;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Implements the delegations' page of the contract: translation only. */
@RestController
class DelegationController implements DelegationsApi {

    private final Commands commands;
    private final Delegating delegating;
    private final DelegationReading reading;
    private final DelegationMapper mapper;

    DelegationController(Commands commands, Delegating delegating, DelegationReading reading, DelegationMapper mapper) {
        this.commands = commands;
        this.delegating = delegating;
        this.reading = reading;
        this.mapper = mapper;
    }

    @Override
    public Mono<ResponseEntity<DelegationDto>> createDelegation(
            UUID key, Mono<NewDelegationDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> commands.execute(
                exchange,
                dto,
                DelegationDto.class,
                command -> delegating.give(mapper.toWish(dto), command),
                reading::answer));
    }

    @Override
    public Mono<ResponseEntity<DelegationDto>> endDelegation(
            UUID id, UUID key, String ifMatch, Mono<DelegationEndingDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> commands.execute(
                exchange,
                dto,
                DelegationDto.class,
                command -> delegating.end(id, dto.getReason(), command),
                reading::answer));
    }

    @Override
    public Mono<ResponseEntity<DelegationDto>> getDelegation(UUID id, ServerWebExchange exchange) {
        return reading.one(id, Access.of(exchange));
    }

    @Override
    public Mono<ResponseEntity<DelegationPageDto>> listDelegations(
            Boolean inForce, Integer limit, String cursor, ServerWebExchange exchange) {
        return reading.page(inForce, limit, cursor, exchange);
    }
}
