package io.duban.platform.clocks;

import io.duban.contract.DeadlineDto;
import io.duban.contract.DeadlineExtensionDto;
import io.duban.contract.DeadlinePreviewDto;
import io.duban.contract.DeadlineRecountDto;
import io.duban.contract.DeadlineRuleDto;
import io.duban.contract.DeadlineSuspensionDto;
import io.duban.contract.ExplainedDeadlineDto;
import io.duban.platform.calendar.DeadlineChange;
import io.duban.platform.calendar.DeadlineChange.Kind;
import io.duban.platform.calendar.DeadlineRule;
import io.duban.platform.web.MappingRules;
import java.time.Instant;
import java.util.List;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Domain to contract. */
@Mapper(config = MappingRules.class, imports = Kind.class)
interface ClockMapper {

    @Mapping(target = "extensions", expression = "java(toExtensions(clock.changes(Kind.EXTENDED)))")
    @Mapping(target = "suspensions", expression = "java(toSuspensions(clock.changes(Kind.SUSPENDED)))")
    @Mapping(
            target = "recounts",
            expression = "java(toRecounts(clock.changes(Kind.RECOMPUTED, Kind.KEPT, Kind.REPLACED)))")
    @Mapping(target = "light", expression = "java(io.duban.contract.AlertLightDto.valueOf(clock.light(now).name()))")
    @Mapping(target = "satisfiedOnTimeOriginal", expression = "java(clock.onTimeOriginal())")
    @Mapping(target = "satisfiedOnTimeCurrent", expression = "java(clock.onTimeCurrent())")
    @Mapping(target = "suspendedAt", source = "clock.history.suspendedAt")
    @Mapping(target = ".", source = "clock.deadline")
    @Mapping(target = "satisfiedAt", source = "clock.satisfiedAt")
    DeadlineDto toDto(ClockFile clock, Instant now);

    List<DeadlineExtensionDto> toExtensions(List<DeadlineChange> changes);

    List<DeadlineSuspensionDto> toSuspensions(List<DeadlineChange> changes);

    List<DeadlineRecountDto> toRecounts(List<DeadlineChange> changes);

    @Mapping(target = "grantedAt", source = "changedAt")
    DeadlineExtensionDto toExtension(DeadlineChange change);

    @Mapping(target = "until", source = "changedAt")
    DeadlineSuspensionDto toSuspension(DeadlineChange change);

    @Mapping(
            target = "kind",
            expression = "java(io.duban.contract.DeadlineRecountKindDto.valueOf(change.kind().name()))")
    DeadlineRecountDto toRecount(DeadlineChange change);

    @Mapping(target = "deadline", expression = "java(toDto(explained.clock(), now))")
    ExplainedDeadlineDto toDto(ClockReading.Explained explained, Instant now);

    @Mapping(target = "dueAt", source = "deadline.currentDueAt")
    @Mapping(target = ".", source = "deadline")
    DeadlinePreviewDto toDto(Previewing.Preview preview);

    DeadlineRuleDto toDto(DeadlineRule rule, boolean newest);
}
