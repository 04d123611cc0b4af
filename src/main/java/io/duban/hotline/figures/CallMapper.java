package io.duban.hotline.figures;

import io.duban.contract.HotlineCallDayDto;
import io.duban.contract.NewHotlineCallDayDto;
import io.duban.platform.web.MappingRules;
import org.mapstruct.Mapper;

/** Days of the exchanges, domain and contract. */
@Mapper(config = MappingRules.class)
interface CallMapper {

    CallImport.Told toTold(NewHotlineCallDayDto dto);

    HotlineCallDayDto toDto(CallDay day);
}
