package io.duban.feedbacks;

import io.duban.contract.*;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Commands;
import io.duban.platform.commands.Outcome;
import io.duban.platform.identity.Access;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Implements the page of complaints and suggestions: translation only. */
@RestController
class FeedbackController implements FeedbackApi {

    private final Commands commands;
    private final FeedbackHandling handling;
    private final FeedbackReading reading;
    private final FeedbackMapper mapper;

    FeedbackController(Commands commands, FeedbackHandling handling, FeedbackReading reading, FeedbackMapper mapper) {
        this.commands = commands;
        this.handling = handling;
        this.reading = reading;
        this.mapper = mapper;
    }

    @Override
    public Mono<ResponseEntity<FeedbackDto>> postFeedback(
            UUID key, Mono<NewFeedbackDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> execute(exchange, dto, command -> handling.post(mapper.toPosted(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<FeedbackDto>> answerFeedback(
            UUID id, UUID key, String ifMatch, Mono<FeedbackAnswerTextDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> execute(exchange, dto, command -> handling.answer(id, dto.getText(), command)));
    }

    @Override
    public Mono<ResponseEntity<FeedbackDto>> rateFeedbackAnswer(
            UUID id, UUID key, String ifMatch, Mono<FeedbackVerdictDto> body, ServerWebExchange exchange) {
        return body.flatMap(
                dto -> execute(exchange, dto, command -> handling.rate(id, mapper.toVerdict(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<FeedbackDto>> getFeedback(UUID id, ServerWebExchange exchange) {
        return reading.one(id, Access.of(exchange));
    }

    @Override
    public Mono<ResponseEntity<FeedbackPageDto>> listFeedback(
            List<FeedbackStatusDto> status, Integer limit, String cursor, ServerWebExchange exchange) {
        return reading.page(status, limit, cursor, exchange);
    }

    @Override
    public Mono<ResponseEntity<FeedbackPageDto>> listMyFeedback(
            List<FeedbackStatusDto> status, Integer limit, String cursor, ServerWebExchange exchange) {
        return reading.page(status, limit, cursor, exchange);
    }

    private Mono<ResponseEntity<FeedbackDto>> execute(
            ServerWebExchange exchange, Object body, Function<Command, Mono<Outcome<FeedbackFile>>> work) {
        return commands.execute(exchange, body, FeedbackDto.class, work, reading::answer);
    }
}
