package io.duban.hotline.figures;

import io.duban.contract.HotlineAdjustmentDto;
import io.duban.contract.HotlineAdjustmentsDto;
import io.duban.contract.HotlineCallDayDto;
import io.duban.contract.HotlineFiguresApi;
import io.duban.contract.NewHotlineCallDayDto;
import io.duban.contract.PublicHotlineFiguresDto;
import io.duban.platform.commands.Commands;
import io.duban.platform.identity.Access;
import io.duban.platform.statistics.Measure;
import io.duban.platform.statistics.MeasureSheet;
import io.duban.platform.web.Times;
import io.duban.platform.web.Versions;
import java.time.Clock;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Implements the page of the hotline's figures: translation only. */
@RestController
class HotlineFiguresController implements HotlineFiguresApi {

    private final MonthFigures months;
    private final CallImport calls;
    private final Commands commands;
    private final MeasureSheet sheet;
    private final CallMapper mapper;
    private final Times times;
    private final Clock clock;

    HotlineFiguresController(
            MonthFigures months,
            CallImport calls,
            Commands commands,
            MeasureSheet sheet,
            CallMapper mapper,
            Times times,
            Clock clock) {
        this.months = months;
        this.calls = calls;
        this.commands = commands;
        this.sheet = sheet;
        this.mapper = mapper;
        this.times = times;
        this.clock = clock;
    }

    @Override
    public Mono<ResponseEntity<PublicHotlineFiguresDto>> getPublicHotlineFigures(
            String month, ServerWebExchange exchange) {
        return months.locked(YearMonth.parse(month), clock.instant())
                .flatMap(locked -> told(month, locked))
                .map(ResponseEntity::ok);
    }

    @Override
    public Mono<ResponseEntity<HotlineAdjustmentsDto>> getHotlineAdjustments(String month, ServerWebExchange exchange) {
        var access = Access.of(exchange);
        return months.adjustments(YearMonth.parse(month), access.zone(), access.officer(), clock.instant())
                .flatMap(found -> Flux.fromIterable(found.moved())
                        .concatMap(this::adjustment)
                        .collectList()
                        .map(moved -> new HotlineAdjustmentsDto(
                                month, times.toContract(found.from()), times.toContract(found.until()), moved)))
                .map(ResponseEntity::ok);
    }

    @Override
    public Mono<ResponseEntity<HotlineCallDayDto>> importHotlineCallDay(
            UUID key, Mono<NewHotlineCallDayDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> commands.execute(
                exchange,
                dto,
                HotlineCallDayDto.class,
                command -> calls.take(mapper.toTold(dto), command),
                (day, command) -> ResponseEntity.status(201)
                        .eTag(Versions.etag(day.version()))
                        .body(mapper.toDto(day))));
    }

    private Mono<PublicHotlineFiguresDto> told(String month, MonthFigures.Locked locked) {
        var figures = PublicFigures.of(locked.measures());
        return sheet.of(Flux.fromIterable(figures.measures()))
                .map(measures -> new PublicHotlineFiguresDto(
                        month,
                        times.toContract(locked.lockedFrom()),
                        PublicFigures.LEAST,
                        figures.withheld(),
                        measures));
    }

    private Mono<HotlineAdjustmentDto> adjustment(MonthFigures.Adjustment moved) {
        var dto = new HotlineAdjustmentDto(
                moved.month().toString(), moved.either().metricId());
        return sheet.of(side(moved.before())).zipWith(sheet.of(side(moved.after())), (before, after) -> {
            before.forEach(dto::before);
            after.forEach(dto::after);
            return dto;
        });
    }

    private static Flux<Measure> side(@Nullable Measure measure) {
        return measure == null ? Flux.empty() : Flux.just(measure);
    }
}
