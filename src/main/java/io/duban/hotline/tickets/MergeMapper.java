package io.duban.hotline.tickets;

import io.duban.contract.HotlineRepeatDto;
import io.duban.contract.HotlineTicketDto;
import io.duban.contract.MergedChildDto;
import io.duban.contract.MergedChildrenDto;
import io.duban.contract.MergingChildDto;
import io.duban.contract.RepeatQuestionDto;
import io.duban.platform.web.MappingRules;
import java.util.List;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Contract to domain and back: repeats and mergings. */
@Mapper(config = MappingRules.class)
interface MergeMapper {

    @Mapping(target = ".", source = "place")
    @Mapping(target = ".", source = "place.position")
    SoughtPlace toSought(RepeatQuestionDto dto);

    List<TicketMerging.Child> toChildren(List<MergingChildDto> dtos);

    HotlineRepeatDto toDto(Repeat repeat);

    @Mapping(target = "ticketId", source = "id")
    MergedChildDto toDto(HotlineTicket child);

    @Mapping(target = "parent", source = "parent")
    @Mapping(target = "children", source = "family.children")
    MergedChildrenDto toDto(HotlineTicketDto parent, MergedFamily family);
}
