package io.duban.supervision.matters;

import io.duban.contract.DoubtfulFileDto;
import io.duban.contract.SupervisionAssignmentHistoryDto;
import io.duban.contract.SupervisionChaseDto;
import io.duban.contract.SupervisionEvaluationDto;
import io.duban.contract.SupervisionExtensionDto;
import io.duban.contract.SupervisionFinalDto;
import io.duban.contract.SupervisionReturnDto;
import io.duban.contract.SystemChaseDto;
import io.duban.platform.evidence.StoredFile;
import io.duban.platform.uploads.DeclaredFileMapper;
import io.duban.platform.web.MappingRules;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Domain to contract: what happened to one unit's part. */
@Mapper(config = MappingRules.class, uses = DeclaredFileMapper.class)
interface AssignmentHistoryMapper {

    @Mapping(target = "systemChases", source = "system")
    SupervisionAssignmentHistoryDto toDto(HistoryReading.History history);

    @Mapping(target = ".", source = "feedback")
    @Mapping(target = ".", source = "feedback.handIn")
    @Mapping(target = "id", source = "feedback.id")
    @Mapping(target = "files", source = "files")
    @Mapping(target = "likeness", source = "feedback.likeness")
    @Mapping(target = "resemblesMatterId", source = "resembles.matterId")
    @Mapping(target = "resemblesAssignmentId", source = "resembles.assignmentId")
    @Mapping(target = "resemblesUnitId", source = "resembles.unitId")
    SupervisionFinalDto toDto(HistoryReading.Final handedIn);

    @Mapping(target = "storedFileId", source = "id")
    DoubtfulFileDto toDto(StoredFile file);

    SupervisionReturnDto toDto(ReturnRequest request);

    SupervisionExtensionDto toDto(ExtensionRequest request);

    SupervisionChaseDto toDto(ChaseRecord chase);

    SystemChaseDto toDto(SystemChases.Said said);

    SupervisionEvaluationDto toDto(Evaluation evaluation);
}
