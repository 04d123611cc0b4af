package io.duban.supervision.authority;

import io.duban.contract.DesignationTermsDto;
import io.duban.contract.SupervisionDesignationDto;
import io.duban.platform.web.MappingRules;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Contract to domain and back: designations. */
@Mapper(config = MappingRules.class)
interface DesignationMapper {

    Designation.Terms toTerms(DesignationTermsDto dto);

    @Mapping(target = ".", source = "terms")
    SupervisionDesignationDto toDto(Designation designation);
}
