package io.duban.supervision.matters;

import io.duban.contract.FinalFeedbackDto;
import io.duban.contract.ProgressReportDto;
import io.duban.contract.SupervisionAssignmentDto;
import io.duban.contract.SupervisionChaseCallDto;
import io.duban.contract.SupervisionExtensionRequestDto;
import io.duban.contract.SupervisionGradeDto;
import io.duban.contract.SupervisionReturnDecisionDto;
import io.duban.contract.SupervisionReturnRequestDto;
import io.duban.platform.web.MappingRules;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Contract to domain and back: one unit's assignment. */
@Mapper(config = MappingRules.class)
interface AssignmentMapper {

    AssignmentFeedback.Progress toProgress(ProgressReportDto dto);

    @Mapping(target = "submittedById", ignore = true)
    @Mapping(target = "submittedAt", ignore = true)
    @Mapping(target = "copied", ignore = true)
    HandIn toHandIn(FinalFeedbackDto dto);

    ReturnRequest.Wish toWish(SupervisionReturnRequestDto dto);

    ReturnRequest.Verdict toVerdict(SupervisionReturnDecisionDto dto);

    ExtensionRequest.Wish toWish(SupervisionExtensionRequestDto dto);

    ChaseRecord.Call toCall(SupervisionChaseCallDto dto);

    EvaluationState.Grade toGrade(SupervisionGradeDto grade);

    @Mapping(target = ".", source = "assignment")
    @Mapping(target = ".", source = "handIn")
    @Mapping(target = ".", source = "assignment.returning")
    @Mapping(target = ".", source = "assignment.extending")
    @Mapping(target = ".", source = "assignment.reminding")
    @Mapping(target = ".", source = "evaluation")
    @Mapping(target = "matterVersion", source = "matter.version")
    @Mapping(target = "matterStatus", source = "matter.status")
    SupervisionAssignmentDto toDto(MatterView.Part part);
}
