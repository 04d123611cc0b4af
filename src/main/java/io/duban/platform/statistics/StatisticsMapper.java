package io.duban.platform.statistics;

import io.duban.contract.MeasureDto;
import io.duban.platform.web.MappingRules;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;

/** Domain to contract. */
@Mapper(config = MappingRules.class)
interface StatisticsMapper {

    MeasureDto toDto(Measure measure, @Nullable String unitName);
}
