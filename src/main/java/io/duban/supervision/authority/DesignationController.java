package io.duban.supervision.authority;

import io.duban.contract.*;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Commands;
import io.duban.platform.commands.Outcome;
import io.duban.platform.identity.Access;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Implements the designations' part of the contract: translation only. */
@RestController
class DesignationController implements SupervisionDesignationsApi {

    private final Commands commands;
    private final Designating designating;
    private final DesignationReading reading;
    private final DesignationMapper mapper;

    DesignationController(
            Commands commands, Designating designating, DesignationReading reading, DesignationMapper mapper) {
        this.commands = commands;
        this.designating = designating;
        this.reading = reading;
        this.mapper = mapper;
    }

    @Override
    public Mono<ResponseEntity<SupervisionDesignationDto>> designateSupervision(
            UUID key, Mono<DesignationTermsDto> body, ServerWebExchange exchange) {
        return body.flatMap(
                dto -> execute(exchange, dto, command -> designating.designate(mapper.toTerms(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<SupervisionDesignationDto>> revokeSupervisionDesignation(
            UUID designationId,
            UUID key,
            String ifMatch,
            Mono<DesignationRevocationDto> body,
            ServerWebExchange exchange) {
        return body.flatMap(
                dto -> execute(exchange, dto, command -> designating.revoke(designationId, dto.getReason(), command)));
    }

    @Override
    public Mono<ResponseEntity<SupervisionDesignationListDto>> listSupervisionDesignations(ServerWebExchange exchange) {
        return reading.list(Access.of(exchange));
    }

    private Mono<ResponseEntity<SupervisionDesignationDto>> execute(
            ServerWebExchange exchange, Object body, Function<Command, Mono<Outcome<Designation>>> step) {
        return commands.execute(
                exchange,
                body,
                SupervisionDesignationDto.class,
                step,
                (designation, command) -> reading.answer(designation));
    }
}
