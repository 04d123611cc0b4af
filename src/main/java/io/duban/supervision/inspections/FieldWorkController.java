package io.duban.supervision.inspections;

import io.duban.contract.CallingOffDto;
import io.duban.contract.FieldInspectionDto;
import io.duban.contract.FieldWorkApi;
import io.duban.contract.FieldWorkDto;
import io.duban.contract.FieldWorkPackDto;
import io.duban.contract.InspectionPlanOrderDto;
import io.duban.platform.commands.Commands;
import io.duban.platform.web.Times;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Implements the field work's part of the contract: translation only. */
@RestController
class FieldWorkController implements FieldWorkApi {

    private final Commands commands;
    private final InspectionPlanning planning;
    private final FieldInspecting inspecting;
    private final FieldWorkPacking packing;
    private final InspectionReading reading;
    private final InspectionMapper mapper;
    private final Times times;

    FieldWorkController(
            Commands commands,
            InspectionPlanning planning,
            FieldInspecting inspecting,
            FieldWorkPacking packing,
            InspectionReading reading,
            InspectionMapper mapper,
            Times times) {
        this.commands = commands;
        this.planning = planning;
        this.inspecting = inspecting;
        this.packing = packing;
        this.reading = reading;
        this.mapper = mapper;
        this.times = times;
    }

    @Override
    public Mono<ResponseEntity<FieldInspectionDto>> planFieldInspection(
            UUID matterId, UUID key, Mono<InspectionPlanOrderDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> commands.execute(
                exchange,
                dto,
                FieldInspectionDto.class,
                command -> planning.plan(matterId, mapper.toOrder(dto), command),
                reading::answer));
    }

    @Override
    public Mono<ResponseEntity<FieldInspectionDto>> callOffFieldInspection(
            UUID inspectionId, UUID key, String ifMatch, Mono<CallingOffDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> commands.execute(
                exchange,
                dto,
                FieldInspectionDto.class,
                command -> planning.callOff(inspectionId, dto.getReason(), command),
                reading::answer));
    }

    @Override
    public Mono<ResponseEntity<FieldInspectionDto>> syncFieldWork(
            UUID matterId, UUID key, Mono<FieldWorkDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> commands.execute(
                exchange,
                dto,
                FieldInspectionDto.class,
                command -> inspecting.take(matterId, mapper.toWork(dto), command),
                reading::answer));
    }

    @Override
    public Mono<ResponseEntity<FieldWorkPackDto>> listMyFieldInspections(
            OffsetDateTime updatedSince, ServerWebExchange exchange) {
        return packing.pack(times.toDomain(updatedSince), exchange);
    }
}
