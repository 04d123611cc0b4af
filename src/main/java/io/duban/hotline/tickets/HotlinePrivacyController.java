package io.duban.hotline.tickets;

import io.duban.contract.CitizenDisclosureDto;
import io.duban.contract.CitizenDisclosureRequestDto;
import io.duban.contract.CitizenOpeningDto;
import io.duban.contract.HotlinePrivacyApi;
import io.duban.contract.HotlineTicketDto;
import io.duban.contract.ReportedPartiesDto;
import io.duban.platform.commands.Commands;
import io.duban.platform.identity.Access;
import io.duban.platform.web.Times;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Implements the page of who asks and who is reported: translation only. */
@RestController
class HotlinePrivacyController implements HotlinePrivacyApi {

    private final Commands commands;
    private final TicketWork work;
    private final CitizenDisclosing disclosing;
    private final WrongdoingReports reports;
    private final PrivacyMapper mapper;
    private final Times times;

    HotlinePrivacyController(
            Commands commands,
            TicketWork work,
            CitizenDisclosing disclosing,
            WrongdoingReports reports,
            PrivacyMapper mapper,
            Times times) {
        this.commands = commands;
        this.work = work;
        this.disclosing = disclosing;
        this.reports = reports;
        this.mapper = mapper;
        this.times = times;
    }

    @Override
    public Mono<ResponseEntity<CitizenDisclosureDto>> discloseHotlineCitizen(
            UUID ticketId, UUID key, Mono<CitizenDisclosureRequestDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> commands.execute(
                        exchange,
                        dto,
                        CitizenDisclosureDto.class,
                        command -> disclosing.disclose(mapper.toRequest(ticketId, dto), command),
                        (ticket, command) -> ResponseEntity.ok(
                                new CitizenDisclosureDto(times.toContract(command.now()), dto.getFields()))))
                .flatMap(answer -> filled(ticketId, answer, exchange));
    }

    @Override
    public Mono<ResponseEntity<HotlineTicketDto>> openHotlineCitizen(
            UUID ticketId, UUID key, String ifMatch, Mono<CitizenOpeningDto> body, ServerWebExchange exchange) {
        return body.flatMap(
                dto -> work.execute(exchange, dto, command -> disclosing.open(ticketId, dto.getReason(), command)));
    }

    @Override
    public Mono<ResponseEntity<HotlineTicketDto>> nameReportedParties(
            UUID ticketId, UUID key, String ifMatch, Mono<ReportedPartiesDto> body, ServerWebExchange exchange) {
        return body.flatMap(
                dto -> work.execute(exchange, dto, command -> reports.name(ticketId, mapper.toReported(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<ReportedPartiesDto>> getReportedParties(UUID ticketId, ServerWebExchange exchange) {
        return reports.read(ticketId, Access.of(exchange)).map(mapper::toDto).map(ResponseEntity::ok);
    }

    /** What the remembered answer leaves out, and no store on the way keeps. */
    private Mono<ResponseEntity<CitizenDisclosureDto>> filled(
            UUID ticketId, ResponseEntity<CitizenDisclosureDto> answer, ServerWebExchange exchange) {
        var dto = answer.getBody();
        return disclosing
                .told(ticketId, times.toDomain(dto.getDisclosedAt()), Access.of(exchange))
                .map(told -> mapper.told(dto, told))
                .defaultIfEmpty(dto)
                .map(body -> ResponseEntity.status(answer.getStatusCode())
                        .headers(answer.getHeaders())
                        .cacheControl(CacheControl.noStore())
                        .body(body));
    }
}
