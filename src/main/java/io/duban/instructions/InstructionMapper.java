package io.duban.instructions;

import io.duban.contract.InstructionAssignmentDto;
import io.duban.contract.InstructionWordsDto;
import io.duban.contract.LeaderInstructionDto;
import io.duban.platform.calendar.AlertLight;
import io.duban.platform.web.MappingRules;
import java.util.List;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Contract to domain and back. */
@Mapper(config = MappingRules.class)
interface InstructionMapper {

    @Mapping(target = "urgency", source = "urgency", defaultValue = "NORMAL")
    LeaderInstruction.Words toWords(InstructionWordsDto dto);

    @Mapping(target = "physicalResult", source = "physicalResult", defaultValue = "false")
    InstructionFollowUp.Assignment toAssignment(InstructionAssignmentDto dto);

    LeaderInstructionDto toDto(LeaderInstruction instruction, AlertLight light, List<String> legalActions);
}
