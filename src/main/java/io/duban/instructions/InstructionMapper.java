package io.duban.instructions;

import io.duban.contract.*;
import io.duban.instructions.InstructionIntake.LeadersWords;
import io.duban.platform.web.MappingRules;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Contract to domain and back. */
@Mapper(config = MappingRules.class)
interface InstructionMapper {

    @Mapping(target = "urgency", source = "urgency", defaultValue = "NORMAL")
    LeadersWords toWords(InstructionWordsDto dto);

    InstructionRecording.Heard toHeard(OralInstructionDto dto);

    @Mapping(target = "physicalResult", source = "physicalResult", defaultValue = "false")
    Decomposition.Draft toDraft(InstructionPlanDto dto);

    InstructionDecomposing.Decision toDecision(DecompositionDecisionDto dto);

    InstructionFeedback.Kind toKind(InstructionFeedbackKindDto dto);

    UnitFeedback.Decision toDecision(InstructionFeedbackDecisionDto dto);

    @Mapping(target = "resultFrom", source = "resultFrom", defaultValue = "FEEDBACK")
    InstructionReporting.Result toResult(InstructionReportDto dto);

    @Mapping(target = ".", source = "file.instruction")
    @Mapping(target = ".", source = "file.instruction.words")
    @Mapping(target = ".", source = "file.instruction.course.hearing")
    @Mapping(target = ".", source = "file.instruction.course.handling")
    @Mapping(target = ".", source = "file.instruction.course.report")
    @Mapping(target = ".", source = "file.instruction.course.ending")
    @Mapping(target = "dueAt", source = "file.instruction.course.handling.dueAt")
    @Mapping(target = "report", source = "file.instruction.course.report.report")
    @Mapping(target = "title", source = "file.instruction.words.title")
    @Mapping(target = "decomposition", source = "file")
    @Mapping(target = "feedback", source = "file.feedback")
    LeaderInstructionDto toDto(InstructionView view);

    @Mapping(target = ".", source = "decomposition")
    InstructionDecompositionDto toPlanDto(InstructionFile file);

    @Nullable
    InstructionSourceDto toDto(InstructionIntake.@Nullable Source source);

    @Mapping(target = "source", expression = "java(toDto(row.source()))")
    LeaderInstructionSummaryDto toSummary(InstructionDesk.Row row);

    /** A list left out is an empty one. */
    default Set<UUID> toIds(@Nullable List<UUID> ids) {
        return ids == null ? Set.of() : Set.copyOf(ids);
    }
}
