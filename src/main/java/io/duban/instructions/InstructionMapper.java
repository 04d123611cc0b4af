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
    @Mapping(target = "source", ignore = true)
    @Mapping(target = "evidenceIds", expression = "java(java.util.Set.of())")
    @Mapping(target = "leaderDueAt", ignore = true)
    @Mapping(target = "coordinatingLeaderId", ignore = true)
    @Mapping(target = "addresseeIds", expression = "java(java.util.Set.of())")
    InstructionIntake.LeadersWords toWords(InstructionWordsDto dto);

    @Mapping(target = "physicalResult", source = "physicalResult", defaultValue = "false")
    InstructionFollowUp.Assignment toAssignment(InstructionAssignmentDto dto);

    @Mapping(target = ".", source = "instruction.words")
    @Mapping(target = "report", source = "instruction.course.report.report")
    @Mapping(target = "dueAt", source = "instruction.course.handling.dueAt")
    LeaderInstructionDto toDto(LeaderInstruction instruction, AlertLight light, List<String> legalActions);
}
