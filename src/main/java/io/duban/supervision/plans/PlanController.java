package io.duban.supervision.plans;

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

/** Implements the plans' part of the contract: translation only. */
@RestController
class PlanController implements InspectionPlansApi {

    private static final String NO_BODY = "";

    private final Commands commands;
    private final Planning planning;
    private final PlanChanging changing;
    private final PlanReading reading;
    private final PlanMapper mapper;

    PlanController(
            Commands commands, Planning planning, PlanChanging changing, PlanReading reading, PlanMapper mapper) {
        this.commands = commands;
        this.planning = planning;
        this.changing = changing;
        this.reading = reading;
        this.mapper = mapper;
    }

    @Override
    public Mono<ResponseEntity<InspectionPlanDto>> draftInspectionPlan(
            UUID key, Mono<PlanDraftDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> execute(
                exchange,
                dto,
                command ->
                        planning.draft(dto.getYear(), dto.getTitle(), mapper.toContents(dto.getEntries()), command)));
    }

    @Override
    public Mono<ResponseEntity<InspectionPlanDto>> amendInspectionPlan(
            UUID planId, UUID key, String ifMatch, Mono<PlanAmendmentDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> execute(
                exchange,
                dto,
                command -> planning.amend(
                        planId, dto.getTitle(), mapper.toContents(dto.getAdd()), dto.getDrop(), command)));
    }

    @Override
    public Mono<ResponseEntity<InspectionPlanDto>> submitInspectionPlan(
            UUID planId, UUID key, String ifMatch, ServerWebExchange exchange) {
        return execute(exchange, NO_BODY, command -> planning.submit(planId, command));
    }

    @Override
    public Mono<ResponseEntity<InspectionPlanDto>> approveInspectionPlan(
            UUID planId, UUID key, String ifMatch, Mono<PlanVerdictDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> execute(exchange, dto, command -> switch (dto.getVerdict()) {
            case APPROVE -> planning.approve(planId, command);
            case RETURN -> planning.returnToDraft(planId, dto.getOpinion(), command);
        }));
    }

    @Override
    public Mono<ResponseEntity<InspectionPlanDto>> proposeInspectionPlanChange(
            UUID planId, UUID key, String ifMatch, Mono<PlanChangeWishDto> body, ServerWebExchange exchange) {
        return body.flatMap(
                dto -> execute(exchange, dto, command -> changing.propose(planId, mapper.toWish(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<InspectionPlanDto>> decideInspectionPlanChange(
            UUID planId, UUID key, String ifMatch, Mono<PlanChangeVerdictDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> execute(
                exchange,
                dto,
                command -> changing.decide(
                        planId,
                        dto.getVerdict() == PlanChangeVerdictDto.VerdictEnum.APPROVE,
                        dto.getOpinion(),
                        command)));
    }

    @Override
    public Mono<ResponseEntity<InspectionPlanDto>> getInspectionPlan(UUID planId, ServerWebExchange exchange) {
        return reading.one(planId, Access.of(exchange));
    }

    @Override
    public Mono<ResponseEntity<InspectionPlanPageDto>> listInspectionPlans(
            Integer year, Integer limit, String cursor, ServerWebExchange exchange) {
        return reading.page(year, limit, cursor, exchange);
    }

    private Mono<ResponseEntity<InspectionPlanDto>> execute(
            ServerWebExchange exchange, Object body, Function<Command, Mono<Outcome<PlanFile>>> step) {
        return commands.execute(exchange, body, InspectionPlanDto.class, step, reading::answer);
    }
}
