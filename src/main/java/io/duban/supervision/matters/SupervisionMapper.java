package io.duban.supervision.matters;

import io.duban.contract.ConclusionSummaryDto;
import io.duban.contract.DuplicateMatchDto;
import io.duban.contract.FieldInspectionSummaryDto;
import io.duban.contract.FurtherInstructionDto;
import io.duban.contract.HandlingRecordDto;
import io.duban.contract.MatterDraftDto;
import io.duban.contract.MatterSubmissionDto;
import io.duban.contract.MatterVerdictDto;
import io.duban.contract.NoticeOrderDto;
import io.duban.contract.SupervisionEntryDto;
import io.duban.contract.SupervisionMatterDto;
import io.duban.contract.SupervisionMatterSummaryDto;
import io.duban.contract.SupervisionNoticeDto;
import io.duban.contract.UnitLoadDto;
import io.duban.contract.VerificationFailureDto;
import io.duban.platform.web.MappingRules;
import java.util.List;
import java.util.Set;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Contract to domain and back: matters and notices. */
@Mapper(config = MappingRules.class, uses = AssignmentMapper.class)
interface SupervisionMapper {

    @Mapping(target = "physicalResult", source = "physicalResult", defaultValue = "false")
    Brief toBrief(MatterDraftDto dto);

    @Mapping(target = "designationId", ignore = true)
    Origin toOrigin(MatterDraftDto dto);

    default MatterDrafting.Draft toDraft(MatterDraftDto dto) {
        return new MatterDrafting.Draft(toBrief(dto), toOrigin(dto), Set.copyOf(dto.getFieldSupervisorIds()));
    }

    MatterSubmitting.Submission toSubmission(MatterSubmissionDto dto);

    @Mapping(target = "note", source = "satisfactionNote")
    Course.Answer toAnswer(HandlingRecordDto dto);

    FinalTerms toTerms(MatterVerdictDto dto);

    NoticeOrder toOrder(NoticeOrderDto dto);

    @Mapping(target = "words", source = "notTrue")
    MatterClosing.Again toAgain(VerificationFailureDto dto);

    MatterClosing.Again toAgain(FurtherInstructionDto dto);

    @Mapping(target = ".", source = "matter")
    @Mapping(target = ".", source = "matter.brief")
    @Mapping(target = ".", source = "matter.hands")
    @Mapping(target = ".", source = "origin")
    @Mapping(target = ".", source = "course")
    @Mapping(target = "duplicates", ignore = true)
    @Mapping(target = "frequency", ignore = true)
    @Mapping(target = "dueAt", source = "matter.term.dueAt")
    @Mapping(target = "basisEvidence", source = "basisEvidence")
    @Mapping(target = "conclusions", ignore = true)
    SupervisionMatterDto toDto(MatterView view);

    DuplicateMatchDto toDto(DuplicateMatch match);

    UnitLoadDto toDto(UnitLoad load);

    List<ConclusionSummaryDto> toSummaries(List<ConclusionRecord> conclusions);

    @Mapping(target = "number", source = "label")
    SupervisionNoticeDto toDto(SupervisionNotice notice);

    FieldInspectionSummaryDto toSummary(FieldRecord inspection);

    SupervisionMatterSummaryDto toSummary(MatterDesk.Row row);

    SupervisionEntryDto toDto(MatterEntry entry);
}
