package io.duban.supervision.inspections;

import io.duban.contract.PhotoLikenessDto;
import io.duban.platform.evidence.Likenesses;
import io.duban.platform.web.MappingRules;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Domain to contract: what a photo looks like. */
@Mapper(config = MappingRules.class)
interface PhotoLikenessMapper {

    @Mapping(target = "photoId", source = "other.id")
    @Mapping(target = "inspectionId", source = "other.subjectId")
    @Mapping(target = "receivedAt", source = "other.receivedAt")
    PhotoLikenessDto toDto(Likenesses.Likeness likeness);
}
