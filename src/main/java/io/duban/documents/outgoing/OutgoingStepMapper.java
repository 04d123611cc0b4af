package io.duban.documents.outgoing;

import io.duban.contract.CosignAnsweringDto;
import io.duban.contract.CosignClosingDto;
import io.duban.contract.CosignEscalationDto;
import io.duban.contract.CosignExtensionDto;
import io.duban.contract.CosignQuestionDto;
import io.duban.contract.IssuePlanEntryDraftDto;
import io.duban.contract.IssuePlanEntryDto;
import io.duban.contract.IssueRefusalDto;
import io.duban.contract.LegalOpinionGivingDto;
import io.duban.contract.LegalReviewRequestDto;
import io.duban.contract.OutgoingEndDto;
import io.duban.contract.OutgoingRetentionPeriodDto;
import io.duban.contract.VerbalAnswerDto;
import io.duban.contract.VerbalApprovalRecordDto;
import io.duban.contract.VoidNumberDto;
import io.duban.platform.web.MappingRules;
import java.util.List;
import java.util.UUID;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Contract to domain for the steps beside the straight way. */
@Mapper(config = MappingRules.class)
interface OutgoingStepMapper {

    List<CosignSheet.Question> toQuestions(List<CosignQuestionDto> questions);

    OutgoingCosigning.Answer toAnswer(UUID documentId, CosignAnsweringDto dto);

    OutgoingCosigning.Extension toExtension(UUID documentId, CosignExtensionDto dto);

    OutgoingCosigning.Dispute toDispute(UUID documentId, CosignEscalationDto dto);

    OutgoingCosigning.Closing toClosing(CosignClosingDto.ClosingEnum closing);

    OutgoingLegality.Request toRequest(UUID documentId, LegalReviewRequestDto dto);

    OutgoingLegality.Opinion toOpinion(UUID documentId, LegalOpinionGivingDto dto);

    OutgoingReview.IssueRefusal toRefusal(UUID documentId, IssueRefusalDto dto);

    VerbalApproval.Call toCall(VerbalApprovalRecordDto dto);

    OutgoingVerbal.Answer toAnswer(UUID documentId, VerbalAnswerDto dto);

    Ending.RetentionPeriod toRetention(OutgoingRetentionPeriodDto period);

    @Mapping(target = "move", source = "dto.kind")
    @Mapping(target = "end", source = "dto")
    OutgoingAftermath.EndOrder toEnd(UUID documentId, OutgoingEndDto dto);

    VoidNumberDto toDto(VoidNumber number);

    IssuePlanEntry.Entry toEntry(IssuePlanEntryDraftDto dto);

    IssuePlanEntryDto toDto(IssuePlanEntry entry);
}
