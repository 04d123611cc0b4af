package io.duban.hotline.catalog;

import io.duban.contract.HotlineCatalogDto;
import io.duban.contract.HotlineCategoryDto;
import io.duban.contract.UnitCodeDto;
import io.duban.platform.problem.Refusal;
import io.duban.platform.web.MappingRules;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mapstruct.Mapper;

/** Contract to domain and back. */
@Mapper(config = MappingRules.class)
interface CatalogMapper {

    HotlineCatalogDto toDto(Catalog catalog);

    HotlineCategoryDto toDto(Category category);

    /** @throws Refusal {@code E_GEN_VALIDATION} at {@code /units} for a code that is explained twice */
    default Map<String, UUID> toCodes(List<UnitCodeDto> units) {
        var codes = new HashMap<String, UUID>();
        for (var unit : units) {
            if (codes.put(unit.getCode().strip(), unit.getUnitId()) != null) {
                throw Refusal.invalid("/units", "同一代码只能对应一个单位。", "A code stands for one unit.");
            }
        }
        return codes;
    }
}
