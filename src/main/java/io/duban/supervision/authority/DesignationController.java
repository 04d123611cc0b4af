package io.duban.supervision.authority;

import io.duban.contract.*;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Commands;
import io.duban.platform.commands.Outcome;
import io.duban.platform.identity.Access;
import io.duban.platform.web.Versions;
import java.net.URI;
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
    private final Designations designations;
    private final DesignationMapper mapper;

    DesignationController(
            Commands commands, Designating designating, Designations designations, DesignationMapper mapper) {
        this.commands = commands;
        this.designating = designating;
        this.designations = designations;
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
        var zone = Access.of(exchange).zone();
        return designations
                .findSeenBy(zone.everything(), zone.units().toArray(UUID[]::new))
                .map(mapper::toDto)
                .collectList()
                .map(items -> ResponseEntity.ok(new SupervisionDesignationListDto(items)));
    }

    private Mono<ResponseEntity<SupervisionDesignationDto>> execute(
            ServerWebExchange exchange, Object body, Function<Command, Mono<Outcome<Designation>>> step) {
        return commands.execute(
                exchange, body, SupervisionDesignationDto.class, step, (designation, command) -> answer(designation));
    }

    private ResponseEntity<SupervisionDesignationDto> answer(Designation designation) {
        var answer = designation.version() == 1
                ? ResponseEntity.created(URI.create("/v1/supervision-designations/" + designation.id()))
                : ResponseEntity.ok();
        return answer.eTag(Versions.etag(designation.version())).body(mapper.toDto(designation));
    }
}
