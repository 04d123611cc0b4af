package io.duban.hotline.cases;

import io.duban.contract.CaseCountsDto;
import io.duban.contract.CaseDraftDto;
import io.duban.contract.CaseTextDto;
import io.duban.contract.ExemplaryCaseDto;
import io.duban.contract.ExemplaryCaseSummaryDto;
import io.duban.platform.web.MappingRules;
import java.util.List;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Contract to domain and back: exemplary cases. */
@Mapper(config = MappingRules.class)
interface CaseMapper {

    ExemplaryCase.Text toText(CaseDraftDto dto);

    ExemplaryCase.Text toText(CaseTextDto dto);

    @Mapping(target = ".", source = "one")
    @Mapping(target = ".", source = "one.fate")
    @Mapping(target = "title", source = "one.text.title")
    @Mapping(target = "text", source = "one.text.text")
    ExemplaryCaseDto toDto(ExemplaryCase one, List<String> legalActions);

    ExemplaryCaseSummaryDto toDto(CaseDesk.Row row);

    CaseCountsDto toDto(CaseDesk.Counts counts);
}
