package io.duban.hotline.tickets;

import io.duban.contract.*;
import io.duban.platform.web.MappingRules;
import java.util.UUID;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Contract to domain and back: the end of a ticket. */
@Mapper(config = MappingRules.class)
interface ClosingMapper {

    FeedbackDefect.Found toFound(FoundDefectDto dto);

    CallbackAttempt.Tried toTried(CallbackTryDto dto);

    Callback.Answer toAnswer(CallbackRecordDto dto);

    @Mapping(target = "ticketId", source = "ticketId")
    TicketRedoing.Order toRedo(UUID ticketId, RedoJudgementDto dto);

    LaterEvaluation.Said toSaid(LaterEvaluationDto dto);

    @Mapping(target = "ticketId", source = "ticketId")
    TicketEscalating.Order toEscalation(UUID ticketId, TicketEscalationDto dto);

    Exclusion.Wish toWish(ExclusionRequestDto dto);

    FeedbackDefectDto toDto(FeedbackDefect defect);

    CallbackAttemptDto toDto(CallbackAttempt attempt);

    JudgedRedoDto toDto(RedoJudgement judgement);

    TicketRoundDto toDto(TicketRound round);

    RecordedEvaluationDto toDto(LaterEvaluation evaluation);

    TicketExclusionDto toDto(Exclusion exclusion);

    OpenExclusionDto toDto(ExclusionList.Row row);

    ClosingRecordDto toDto(ClosingReading.ClosingRecord closingRecord);
}
