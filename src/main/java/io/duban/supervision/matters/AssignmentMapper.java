package io.duban.supervision.matters;

import io.duban.contract.FinalFeedbackDto;
import io.duban.contract.ProgressReportDto;
import io.duban.contract.SupervisionAssignmentDto;
import io.duban.platform.web.MappingRules;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Contract to domain and back: one unit's assignment. */
@Mapper(config = MappingRules.class)
interface AssignmentMapper {

    AssignmentFeedback.Progress toProgress(ProgressReportDto dto);

    @Mapping(target = "submittedById", ignore = true)
    @Mapping(target = "submittedAt", ignore = true)
    HandIn toHandIn(FinalFeedbackDto dto);

    @Mapping(target = ".", source = "assignment")
    @Mapping(target = ".", source = "handIn")
    @Mapping(target = "matterVersion", source = "matter.version")
    @Mapping(target = "matterStatus", source = "matter.status")
    SupervisionAssignmentDto toDto(MatterView.Part part);
}
