package io.duban.hotline.tickets;

import io.duban.contract.*;
import io.duban.platform.web.MappingRules;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.Named;

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

    @Mapping(target = "text", qualifiedByName = "words")
    FeedbackDefectDto toDto(FeedbackDefect defect, @Context SeenWords seen);

    @Mapping(target = "note", qualifiedByName = "citizens words")
    CallbackAttemptDto toDto(CallbackAttempt attempt, @Context SeenWords seen);

    @Mapping(target = "wishes", qualifiedByName = "words")
    @Mapping(target = "reason", qualifiedByName = "words")
    JudgedRedoDto toDto(RedoJudgement judgement, @Context SeenWords seen);

    @Mapping(target = "feedbackFacts", qualifiedByName = "words")
    @Mapping(target = "toldCitizenWhat", qualifiedByName = "citizens words")
    TicketRoundDto toDto(TicketRound round, @Context SeenWords seen);

    @Mapping(target = "words", qualifiedByName = "citizens words")
    RecordedEvaluationDto toDto(LaterEvaluation evaluation, @Context SeenWords seen);

    @Mapping(target = "evidence", qualifiedByName = "words")
    @Mapping(target = "decisionWords", qualifiedByName = "words")
    TicketExclusionDto toDto(Exclusion exclusion, @Context SeenWords seen);

    OpenExclusionDto toDto(ExclusionList.Row row);

    ClosingRecordDto toDto(ClosingReading.ClosingRecord closingRecord, @Context SeenWords seen);

    @Named("words")
    default @Nullable String words(@Nullable String text, @Context SeenWords seen) {
        return seen.words(text);
    }

    @Named("citizens words")
    default @Nullable String citizensWords(@Nullable String text, @Context SeenWords seen) {
        return seen.citizensWords(text);
    }
}
