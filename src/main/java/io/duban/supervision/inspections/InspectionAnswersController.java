package io.duban.supervision.inspections;

import io.duban.contract.CountersignatureDto;
import io.duban.contract.FieldInspectionDto;
import io.duban.contract.InspectionAnswersApi;
import io.duban.contract.InspectionClosingDto;
import io.duban.contract.ObjectAnswerDto;
import io.duban.platform.commands.Commands;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Implements the part of the contract that follows a visit: translation only. */
@RestController
class InspectionAnswersController implements InspectionAnswersApi {

    private final Commands commands;
    private final RecordAnswering answering;
    private final InspectionReading reading;

    InspectionAnswersController(Commands commands, RecordAnswering answering, InspectionReading reading) {
        this.commands = commands;
        this.answering = answering;
        this.reading = reading;
    }

    @Override
    public Mono<ResponseEntity<FieldInspectionDto>> countersignInspectionRecord(
            UUID inspectionId, UUID key, String ifMatch, Mono<CountersignatureDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> commands.execute(
                exchange,
                dto,
                FieldInspectionDto.class,
                command -> answering.countersign(inspectionId, dto.getNote(), command),
                reading::answer));
    }

    @Override
    public Mono<ResponseEntity<FieldInspectionDto>> answerInspectionRecord(
            UUID inspectionId, UUID key, String ifMatch, Mono<ObjectAnswerDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> commands.execute(
                exchange,
                dto,
                FieldInspectionDto.class,
                command -> answering.answer(inspectionId, verdict(dto), dto.getWords(), command),
                reading::answer));
    }

    @Override
    public Mono<ResponseEntity<FieldInspectionDto>> closeFieldInspection(
            UUID inspectionId, UUID key, String ifMatch, Mono<InspectionClosingDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> commands.execute(
                exchange,
                dto,
                FieldInspectionDto.class,
                command -> answering.close(inspectionId, dto.getNote(), command),
                reading::answer));
    }

    private static InspectionMove verdict(ObjectAnswerDto dto) {
        return dto.getVerdict() == ObjectAnswerDto.VerdictEnum.CONFIRM
                ? InspectionMove.CONFIRM_RECORD
                : InspectionMove.DISAGREE;
    }
}
