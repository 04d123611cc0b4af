package io.duban.documents;

import io.duban.contract.DeskItemDto;
import io.duban.contract.DocumentHitDto;
import io.duban.platform.web.MappingRules;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Domain to contract, for what spans all kinds of papers. */
@Mapper(config = MappingRules.class)
interface DocumentsMapper {

    DocumentHitDto toDto(PaperHit hit);

    @Mapping(target = ".", source = "line")
    @Mapping(target = ".", source = "subject")
    DeskItemDto toDto(DocumentDesk.Item item);
}
