package io.duban.hotline.hotspots;

import io.duban.contract.HotlineHotspotsApi;
import io.duban.contract.HotspotAcknowledgementDto;
import io.duban.contract.HotspotDto;
import io.duban.contract.HotspotPageDto;
import io.duban.contract.HotspotStatusDto;
import io.duban.contract.RecurringMattersDto;
import io.duban.platform.commands.Commands;
import io.duban.platform.identity.Access;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Implements the page of hot spots: translation only. */
@RestController
class HotspotController implements HotlineHotspotsApi {

    private final Commands commands;
    private final HotspotAcknowledging acknowledging;
    private final HotspotReading reading;

    HotspotController(Commands commands, HotspotAcknowledging acknowledging, HotspotReading reading) {
        this.commands = commands;
        this.acknowledging = acknowledging;
        this.reading = reading;
    }

    @Override
    public Mono<ResponseEntity<HotspotPageDto>> listHotlineHotspots(
            String month, HotspotStatusDto status, Integer limit, String cursor, ServerWebExchange exchange) {
        return reading.page(new HotspotReading.Asked(month, status, limit, cursor), exchange);
    }

    @Override
    public Mono<ResponseEntity<HotspotDto>> getHotlineHotspot(UUID hotspotId, ServerWebExchange exchange) {
        return reading.one(hotspotId, Access.of(exchange));
    }

    @Override
    public Mono<ResponseEntity<HotspotDto>> acknowledgeHotlineHotspot(
            UUID hotspotId,
            UUID key,
            String ifMatch,
            Mono<HotspotAcknowledgementDto> body,
            ServerWebExchange exchange) {
        return body.flatMap(dto -> commands.execute(
                exchange,
                dto,
                HotspotDto.class,
                command -> acknowledging.acknowledge(hotspotId, dto.getNote(), command),
                reading::answer));
    }

    @Override
    public Mono<ResponseEntity<RecurringMattersDto>> listHotlineRecurringMatters(
            String month, ServerWebExchange exchange) {
        return reading.recurring(month, Access.of(exchange));
    }
}
