package io.duban.supervision.liaisons;

import io.duban.contract.LiaisonNamingDto;
import io.duban.contract.SupervisionLiaisonDto;
import io.duban.contract.UnitRefDto;
import io.duban.platform.web.MappingRules;
import java.util.List;
import org.mapstruct.Mapper;

/** Contract to domain and back: liaison officers. */
@Mapper(config = MappingRules.class)
interface LiaisonMapper {

    SupervisionLiaison.Naming toNaming(LiaisonNamingDto dto);

    SupervisionLiaisonDto toDto(SupervisionLiaison liaison, List<String> legalActions);

    UnitRefDto toDto(LiaisonDesk.Unit unit);
}
