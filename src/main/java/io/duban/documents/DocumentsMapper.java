package io.duban.documents;

import io.duban.contract.DocumentHitDto;
import io.duban.platform.web.MappingRules;
import org.mapstruct.Mapper;

/** Domain to contract, for what spans all kinds of papers. */
@Mapper(config = MappingRules.class)
interface DocumentsMapper {

    DocumentHitDto toDto(PaperHit hit);
}
