package io.duban.hotline.open311;

import io.duban.contract.OutsideReportDto;
import io.duban.contract.PublicUpdateDto;
import io.duban.platform.web.MappingRules;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Domain to contract. */
@Mapper(config = MappingRules.class)
interface OutsideMapper {

    OutsideReportDto toDto(OutsideReport report);

    @Mapping(target = "at", source = "occurredAt")
    @Mapping(target = "status", source = "shown.word")
    @Mapping(target = "description", expression = "java(moved.text())")
    PublicUpdateDto toDto(UpdateFeed.Moved moved);
}
