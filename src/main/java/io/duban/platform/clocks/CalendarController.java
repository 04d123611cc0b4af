package io.duban.platform.clocks;

import io.duban.contract.NewShorteningDecisionDto;
import io.duban.contract.NewWorkCalendarDto;
import io.duban.contract.ShorteningListDto;
import io.duban.contract.WorkCalendarDto;
import io.duban.contract.WorkCalendarNoticeDto;
import io.duban.contract.WorkCalendarsApi;
import io.duban.platform.calendar.Recounting;
import io.duban.platform.commands.Commands;
import io.duban.platform.web.Versions;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Implements the calendars' page of the contract: translation only. */
@RestController
class CalendarController implements WorkCalendarsApi {

    private final Commands commands;
    private final CalendarImporting importing;
    private final ShorteningDeciding deciding;
    private final CalendarReading reading;
    private final Shortenings shortenings;
    private final Recounting recounting;
    private final CalendarMapper mapper;

    CalendarController(
            Commands commands,
            CalendarImporting importing,
            ShorteningDeciding deciding,
            CalendarReading reading,
            Shortenings shortenings,
            Recounting recounting,
            CalendarMapper mapper) {
        this.commands = commands;
        this.importing = importing;
        this.deciding = deciding;
        this.reading = reading;
        this.shortenings = shortenings;
        this.recounting = recounting;
        this.mapper = mapper;
    }

    @Override
    public Mono<ResponseEntity<WorkCalendarDto>> getWorkCalendar(Integer year, ServerWebExchange exchange) {
        return reading.of(year)
                .map(found ->
                        ResponseEntity.ok().eTag(Versions.etag(found.seen())).body(mapper.toDto(found)));
    }

    @Override
    public Mono<ResponseEntity<WorkCalendarDto>> importWorkCalendar(
            Integer year, UUID key, String ifMatch, Mono<NewWorkCalendarDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> commands.execute(
                        exchange,
                        dto,
                        WorkCalendarDto.class,
                        command -> importing.load(
                                mapper.toHeading(dto.getNotice()), mapper.toArrangement(year, dto), command),
                        (notice, command) -> ResponseEntity.ok()
                                .eTag(Versions.etag(notice.version()))
                                .body(mapper.toDto(new CalendarReading.CalendarYear(
                                        mapper.toArrangement(year, dto), notice, null)))))
                .doOnNext(answer -> recounting.forget());
    }

    @Override
    public Mono<ResponseEntity<ShorteningListDto>> listShortenings(Integer year, ServerWebExchange exchange) {
        return shortenings
                .of(year)
                .map(mapper::toDto)
                .collectList()
                .map(items -> ResponseEntity.ok(new ShorteningListDto(items)));
    }

    @Override
    public Mono<ResponseEntity<WorkCalendarNoticeDto>> decideShortenings(
            Integer year, UUID key, String ifMatch, Mono<NewShorteningDecisionDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> commands.execute(
                exchange,
                dto,
                WorkCalendarNoticeDto.class,
                command -> deciding.decide(year, mapper.toDecision(dto), command),
                (notice, command) -> ResponseEntity.ok()
                        .eTag(Versions.etag(notice.version()))
                        .body(mapper.toDto(notice))));
    }
}
