package io.duban.supervision.plans;

import io.duban.contract.InspectionPlanDto;
import io.duban.contract.InspectionPlanSummaryDto;
import io.duban.contract.PlanChangeDto;
import io.duban.contract.PlanChangeWishDto;
import io.duban.contract.PlanEntryContentDto;
import io.duban.contract.PlanEntryDto;
import io.duban.platform.web.MappingRules;
import java.util.List;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Contract to domain and back: the year's plans. */
@Mapper(config = MappingRules.class)
interface PlanMapper {

    PlanEntry.Content toContent(PlanEntryContentDto dto);

    List<PlanEntry.Content> toContents(List<PlanEntryContentDto> dtos);

    PlanChanging.Wish toWish(PlanChangeWishDto dto);

    @Mapping(target = ".", source = "plan")
    InspectionPlanDto toDto(PlanView view);

    @Mapping(target = ".", source = "content")
    PlanEntryDto toDto(PlanEntry entry);

    PlanChangeDto toDto(PlanChange change);

    InspectionPlanSummaryDto toSummary(PlanReading.Row row);
}
