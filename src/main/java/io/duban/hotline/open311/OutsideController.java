package io.duban.hotline.open311;

import io.duban.contract.HotlineOutsideApi;
import io.duban.contract.OutsideReportDto;
import io.duban.contract.PublicUpdatesDto;
import io.duban.hotline.tickets.OutsideDemands;
import io.duban.platform.identity.Access;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Implements the page of what came from outside and what is told to it: translation only. */
@RestController
class OutsideController implements HotlineOutsideApi {

    private final OutsideDemands demands;
    private final OutsideReading reading;
    private final UpdateFeed updates;
    private final OutsideMapper mapper;

    OutsideController(OutsideDemands demands, OutsideReading reading, UpdateFeed updates, OutsideMapper mapper) {
        this.demands = demands;
        this.reading = reading;
        this.updates = updates;
        this.mapper = mapper;
    }

    @Override
    public Mono<ResponseEntity<OutsideReportDto>> getOutsideReport(UUID ticketId, ServerWebExchange exchange) {
        return demands.require(ticketId, Access.of(exchange))
                .flatMap(reading::of)
                .map(mapper::toDto)
                .map(ResponseEntity::ok);
    }

    @Override
    public Mono<ResponseEntity<PublicUpdatesDto>> listPublicUpdates(UUID ticketId, ServerWebExchange exchange) {
        return demands.require(ticketId, Access.of(exchange))
                .flatMap(seen -> updates.of(seen.ticketId()).map(mapper::toDto).collectList())
                .map(items -> ResponseEntity.ok(new PublicUpdatesDto(items)));
    }
}
