package io.duban.supervision.matters;

import io.duban.contract.MatterReopeningDto;
import io.duban.contract.ScopeChangeDto;
import io.duban.contract.ScopeChangeWishDto;
import io.duban.contract.SuspensionDto;
import io.duban.contract.SuspensionOrderDto;
import io.duban.contract.TrackingDto;
import io.duban.contract.TrackingOrderDto;
import io.duban.platform.web.MappingRules;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Contract to domain and back: the turns a matter takes beside its straight way. */
@Mapper(config = MappingRules.class)
interface TurnsMapper {

    ScopeChange.Wish toWish(ScopeChangeWishDto dto);

    Suspension.Terms toTerms(SuspensionOrderDto dto);

    Tracking.Terms toTerms(TrackingOrderDto dto);

    @Mapping(target = "again", source = "dto")
    MatterEnding.Return toReturn(MatterReopeningDto dto);

    @Mapping(target = "words", source = "facts")
    MatterClosing.Again toAgain(MatterReopeningDto dto);

    @Mapping(target = ".", source = "wish")
    ScopeChangeDto toDto(ScopeChange change);

    SuspensionDto toDto(TurnsReading.Suspended suspended);

    @Mapping(target = "milestones", source = "goals")
    TrackingDto toDto(TurnsReading.Tracked tracked);
}
