package io.duban.hotline.open311;

import io.duban.contract.OutsideReportDto;
import io.duban.contract.PublicUpdateDto;
import io.duban.platform.web.MappingRules;
import org.mapstruct.Mapper;

/** Domain to contract. */
@Mapper(config = MappingRules.class)
interface OutsideMapper {

    OutsideReportDto toDto(OutsideReport report);

    PublicUpdateDto toDto(PublicUpdate update);
}
