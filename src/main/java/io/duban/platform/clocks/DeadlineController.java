package io.duban.platform.clocks;

import io.duban.contract.DeadlineListDto;
import io.duban.contract.DeadlinePreviewDto;
import io.duban.contract.DeadlineRuleDto;
import io.duban.contract.DeadlineRuleListDto;
import io.duban.contract.DeadlinesApi;
import io.duban.contract.ExplainedDeadlineDto;
import io.duban.platform.calendar.DeadlineRule;
import io.duban.platform.calendar.Deadlines;
import io.duban.platform.identity.Access;
import io.duban.platform.web.Times;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Implements the deadlines' page of the contract: translation only. */
@RestController
class DeadlineController implements DeadlinesApi {

    private final ClockReading reading;
    private final Previewing previewing;
    private final Deadlines deadlines;
    private final ClockMapper mapper;
    private final Times times;
    private final Clock clock;

    DeadlineController(
            ClockReading reading,
            Previewing previewing,
            Deadlines deadlines,
            ClockMapper mapper,
            Times times,
            Clock clock) {
        this.reading = reading;
        this.previewing = previewing;
        this.deadlines = deadlines;
        this.mapper = mapper;
        this.times = times;
        this.clock = clock;
    }

    @Override
    public Mono<ResponseEntity<DeadlineListDto>> listDeadlines(UUID subjectId, ServerWebExchange exchange) {
        var now = clock.instant();
        return reading.ofSubject(subjectId, Access.of(exchange))
                .map(clocks -> ResponseEntity.ok(new DeadlineListDto(
                        clocks.stream().map(file -> mapper.toDto(file, now)).toList())));
    }

    @Override
    public Mono<ResponseEntity<ExplainedDeadlineDto>> getDeadline(UUID deadlineId, ServerWebExchange exchange) {
        var locale = exchange.getLocaleContext().getLocale();
        return reading.explained(deadlineId, locale, Access.of(exchange))
                .map(explained -> ResponseEntity.ok(mapper.toDto(explained, clock.instant())));
    }

    @Override
    public Mono<ResponseEntity<DeadlineRuleListDto>> listDeadlineRules(ServerWebExchange exchange) {
        return deadlines.rules().map(rules -> ResponseEntity.ok(new DeadlineRuleListDto(rules(rules))));
    }

    @Override
    public Mono<ResponseEntity<DeadlinePreviewDto>> getDeadlinePreview(
            String ruleId, OffsetDateTime triggerAt, ServerWebExchange exchange) {
        var trigger = Objects.requireNonNull(times.toDomain(triggerAt));
        return previewing
                .preview(ruleId, trigger, exchange.getLocaleContext().getLocale())
                .map(preview -> ResponseEntity.ok(mapper.toDto(preview)));
    }

    private List<DeadlineRuleDto> rules(List<DeadlineRule> rules) {
        return rules.stream()
                .map(rule -> mapper.toDto(rule, rules.stream().noneMatch(other -> other.replaces(rule))))
                .toList();
    }
}
