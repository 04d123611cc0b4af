package io.duban.documents.incoming;

import io.duban.contract.BypassAcknowledgementDto;
import io.duban.contract.BypassLedgerPageDto;
import io.duban.contract.HandlingSheetDto;
import io.duban.contract.IncomingDeliveredDto;
import io.duban.contract.IncomingDeliveryDto;
import io.duban.contract.IncomingDocumentDto;
import io.duban.contract.IncomingDocumentPageDto;
import io.duban.contract.IncomingDocumentsApi;
import io.duban.contract.IncomingHandOverDto;
import io.duban.contract.IncomingNoticeDto;
import io.duban.contract.IncomingStatusDto;
import io.duban.contract.OfflineRegistrationDto;
import io.duban.documents.Turns;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Commands;
import io.duban.platform.commands.Outcome;
import io.duban.platform.identity.Access;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Implements the page of delivery, registers and reading: translation only. */
@RestController
class IncomingController implements IncomingDocumentsApi {

    private final Commands commands;
    private final IncomingDelivery delivery;
    private final OfflineRegistering offline;
    private final BypassSeeing bypasses;
    private final IncomingAttaching attaching;
    private final Turns turns;
    private final IncomingReading reading;
    private final IncomingMapper mapper;

    IncomingController(
            Commands commands,
            IncomingDelivery delivery,
            OfflineRegistering offline,
            BypassSeeing bypasses,
            IncomingAttaching attaching,
            Turns turns,
            IncomingReading reading,
            IncomingMapper mapper) {
        this.commands = commands;
        this.delivery = delivery;
        this.offline = offline;
        this.bypasses = bypasses;
        this.attaching = attaching;
        this.turns = turns;
        this.reading = reading;
        this.mapper = mapper;
    }

    @Override
    public Mono<ResponseEntity<IncomingDocumentDto>> handOverToOffice(
            UUID key, Mono<IncomingHandOverDto> body, ServerWebExchange exchange) {
        return body.flatMap(
                dto -> execute(exchange, dto, command -> delivery.handOver(mapper.toHandedOver(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<IncomingDocumentDto>> registerIncomingNotice(
            UUID key, Mono<IncomingNoticeDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto ->
                turns.inTurn(execute(exchange, dto, command -> offline.note(mapper.toNotice(dto), command))));
    }

    @Override
    public Mono<ResponseEntity<IncomingDocumentDto>> registerOfflineDocument(
            UUID key, Mono<OfflineRegistrationDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto ->
                turns.inTurn(execute(exchange, dto, command -> offline.register(mapper.toBypass(dto), command))));
    }

    @Override
    public Mono<ResponseEntity<IncomingDeliveryDto>> deliverIncomingDocument(
            UUID key, Mono<IncomingDeliveredDto> body, ServerWebExchange exchange) {
        return body.flatMap(
                dto -> toSender(exchange, dto, command -> delivery.deliver(mapper.toDelivered(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<IncomingDeliveryDto>> getIncomingDelivery(UUID id, ServerWebExchange exchange) {
        return reading.delivery(id, exchange);
    }

    @Override
    public Mono<ResponseEntity<IncomingDeliveryDto>> attachToIncomingDelivery(
            UUID id, UUID key, String fileName, Flux<DataBuffer> body, ServerWebExchange exchange) {
        return attaching
                .receive(id, fileName, body, Access.of(exchange))
                .flatMap(attachment -> toSender(
                        exchange, attachment.file().sha256(), command -> attaching.attach(attachment, command)));
    }

    @Override
    public Mono<ResponseEntity<IncomingDocumentDto>> attachToIncomingDocument(
            UUID id, UUID key, String fileName, Flux<DataBuffer> body, ServerWebExchange exchange) {
        return attaching
                .receive(id, fileName, body, Access.of(exchange))
                .flatMap(attachment -> execute(
                        exchange, attachment.file().sha256(), command -> attaching.attach(attachment, command)));
    }

    @Override
    public Mono<ResponseEntity<IncomingDocumentDto>> getIncomingDocument(UUID id, ServerWebExchange exchange) {
        return reading.one(id, exchange);
    }

    @Override
    public Mono<ResponseEntity<HandlingSheetDto>> getHandlingSheet(UUID id, ServerWebExchange exchange) {
        return reading.sheet(id, exchange);
    }

    @Override
    public Mono<ResponseEntity<IncomingDocumentPageDto>> listIncomingDocuments(
            List<IncomingStatusDto> status,
            Boolean waitingForMe,
            Integer limit,
            String cursor,
            ServerWebExchange exchange) {
        return reading.page(new IncomingReading.Asked(status, waitingForMe, limit, cursor), exchange);
    }

    @Override
    public Mono<ResponseEntity<BypassLedgerPageDto>> listBypassLedger(
            Integer limit, String cursor, ServerWebExchange exchange) {
        return reading.bypasses(limit, cursor, exchange);
    }

    @Override
    public Mono<ResponseEntity<IncomingDocumentDto>> acknowledgeBypass(
            UUID id, UUID key, Mono<BypassAcknowledgementDto> body, ServerWebExchange exchange) {
        return body.flatMap(
                dto -> execute(exchange, dto, command -> bypasses.acknowledge(id, dto.getWords(), command)));
    }

    private Mono<ResponseEntity<IncomingDeliveryDto>> toSender(
            ServerWebExchange exchange, Object body, Function<Command, Mono<Outcome<PaperFile>>> work) {
        return commands.execute(exchange, body, IncomingDeliveryDto.class, work, reading::answerSender);
    }

    private Mono<ResponseEntity<IncomingDocumentDto>> execute(
            ServerWebExchange exchange, Object body, Function<Command, Mono<Outcome<PaperFile>>> work) {
        return commands.execute(exchange, body, IncomingDocumentDto.class, work, reading::answer);
    }
}
