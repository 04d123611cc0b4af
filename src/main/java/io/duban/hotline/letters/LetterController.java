package io.duban.hotline.letters;

import io.duban.contract.HotlineLettersApi;
import io.duban.contract.LetterConsentDto;
import io.duban.contract.LetterPublicationDto;
import io.duban.contract.LetterStatusDto;
import io.duban.contract.MailboxLetterDto;
import io.duban.contract.MailboxLetterPageDto;
import io.duban.contract.PublishedAnswerPageDto;
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

/** Implements the page of the letters: translation only. */
@RestController
class LetterController implements HotlineLettersApi {

    private static final String NO_BODY = "";

    private final Commands commands;
    private final LetterSigning signing;
    private final LetterPublishing publishing;
    private final LetterReading reading;

    LetterController(Commands commands, LetterSigning signing, LetterPublishing publishing, LetterReading reading) {
        this.commands = commands;
        this.signing = signing;
        this.publishing = publishing;
        this.reading = reading;
    }

    @Override
    public Mono<ResponseEntity<MailboxLetterPageDto>> listHotlineLetters(
            List<LetterStatusDto> status, Integer limit, String cursor, ServerWebExchange exchange) {
        return reading.page(status, limit, cursor, exchange);
    }

    @Override
    public Mono<ResponseEntity<MailboxLetterDto>> getHotlineLetter(UUID letterId, ServerWebExchange exchange) {
        return reading.one(letterId, Access.of(exchange));
    }

    @Override
    public Mono<ResponseEntity<MailboxLetterDto>> signHotlineLetterAsHead(
            UUID letterId, UUID key, String ifMatch, ServerWebExchange exchange) {
        return execute(exchange, NO_BODY, command -> signing.signAsHead(letterId, command));
    }

    @Override
    public Mono<ResponseEntity<MailboxLetterDto>> signHotlineLetterForOffice(
            UUID letterId, UUID key, String ifMatch, ServerWebExchange exchange) {
        return execute(exchange, NO_BODY, command -> signing.signForOffice(letterId, command));
    }

    @Override
    public Mono<ResponseEntity<MailboxLetterDto>> recordHotlineLetterConsent(
            UUID letterId, UUID key, String ifMatch, Mono<LetterConsentDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> execute(
                exchange,
                dto,
                command -> publishing.consent(
                        letterId,
                        dto.getConsented(),
                        Consent.Way.valueOf(dto.getWay().name()),
                        command)));
    }

    @Override
    public Mono<ResponseEntity<MailboxLetterDto>> publishHotlineAnswer(
            UUID letterId, UUID key, String ifMatch, Mono<LetterPublicationDto> body, ServerWebExchange exchange) {
        return body.flatMap(
                dto -> execute(exchange, dto, command -> publishing.publish(letterId, dto.getAnswer(), command)));
    }

    @Override
    public Mono<ResponseEntity<MailboxLetterDto>> withdrawHotlineAnswer(
            UUID letterId, UUID key, String ifMatch, ServerWebExchange exchange) {
        return execute(exchange, NO_BODY, command -> publishing.withdraw(letterId, command));
    }

    @Override
    public Mono<ResponseEntity<PublishedAnswerPageDto>> listPublishedHotlineAnswers(
            Integer limit, String cursor, ServerWebExchange exchange) {
        return reading.published(limit, cursor, exchange);
    }

    private Mono<ResponseEntity<MailboxLetterDto>> execute(
            ServerWebExchange exchange, Object body, Function<Command, Mono<Outcome<MailboxLetter>>> work) {
        return commands.execute(exchange, body, MailboxLetterDto.class, work, reading::answer);
    }
}
