package io.duban.platform.pages;

import io.duban.contract.PageWordsDto;
import io.duban.contract.PaperPageDto;
import io.duban.contract.PaperPagesDto;
import io.duban.contract.PaperSealDto;
import io.duban.contract.PaperStateDto;
import io.duban.platform.web.MappingRules;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Copies what was read into the contract's words. */
@Mapper(config = MappingRules.class)
interface PageMapper {

    @Mapping(target = "state", source = "fault")
    @Mapping(target = "reason", expression = "java(report.reason())")
    @Mapping(target = "pages", source = "sizes")
    @Mapping(target = "verdict", expression = "java(io.duban.contract.SealVerdictDto.valueOf(report.verdict().name()))")
    PaperPagesDto toDto(PageReport report);

    PaperSealDto toDto(SealFinding seal);

    PageWordsDto toDto(PageText text);

    default PaperStateDto state(@Nullable PaperFault fault) {
        return fault == null ? PaperStateDto.READY : PaperStateDto.FAILED;
    }

    default List<PaperPageDto> numbered(List<PageSize> sizes) {
        var pages = new ArrayList<PaperPageDto>();
        for (var size : sizes) {
            pages.add(new PaperPageDto(pages.size() + 1, size.width(), size.height()));
        }
        return pages;
    }
}
