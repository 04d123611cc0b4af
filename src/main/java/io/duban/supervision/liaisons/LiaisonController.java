package io.duban.supervision.liaisons;

import io.duban.contract.LiaisonEndingDto;
import io.duban.contract.LiaisonNamingDto;
import io.duban.contract.SupervisionLiaisonDto;
import io.duban.contract.SupervisionLiaisonPageDto;
import io.duban.contract.SupervisionLiaisonsApi;
import io.duban.contract.UnitsWithoutLiaisonDto;
import io.duban.platform.commands.Commands;
import io.duban.platform.identity.Access;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Implements the liaison officers' part of the contract: translation only. */
@RestController
class LiaisonController implements SupervisionLiaisonsApi {

    private final Commands commands;
    private final LiaisonNaming naming;
    private final LiaisonReading reading;
    private final LiaisonMapper mapper;

    LiaisonController(Commands commands, LiaisonNaming naming, LiaisonReading reading, LiaisonMapper mapper) {
        this.commands = commands;
        this.naming = naming;
        this.reading = reading;
        this.mapper = mapper;
    }

    @Override
    public Mono<ResponseEntity<SupervisionLiaisonDto>> nameSupervisionLiaison(
            UUID key, Mono<LiaisonNamingDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> commands.execute(
                exchange,
                dto,
                SupervisionLiaisonDto.class,
                command -> naming.name(mapper.toNaming(dto), command),
                reading::answer));
    }

    @Override
    public Mono<ResponseEntity<SupervisionLiaisonDto>> endSupervisionLiaison(
            UUID liaisonId, UUID key, String ifMatch, Mono<LiaisonEndingDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> commands.execute(
                exchange,
                dto,
                SupervisionLiaisonDto.class,
                command -> naming.end(liaisonId, dto.getReason(), command),
                reading::answer));
    }

    @Override
    public Mono<ResponseEntity<SupervisionLiaisonDto>> getSupervisionLiaison(
            UUID liaisonId, ServerWebExchange exchange) {
        return reading.one(liaisonId, Access.of(exchange));
    }

    @Override
    public Mono<ResponseEntity<SupervisionLiaisonPageDto>> listSupervisionLiaisons(
            UUID unitId, Boolean former, Integer limit, String cursor, ServerWebExchange exchange) {
        return reading.page(unitId, former, limit, cursor, exchange);
    }

    @Override
    public Mono<ResponseEntity<UnitsWithoutLiaisonDto>> listUnitsWithoutSupervisionLiaison(ServerWebExchange exchange) {
        return reading.unitsWithout();
    }
}
