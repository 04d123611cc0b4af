package io.duban.supervision.conclusions;

import io.duban.contract.*;
import io.duban.platform.web.MappingRules;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Contract to domain and back: conclusions, what they want put right, and objections. */
@Mapper(config = MappingRules.class)
interface ConclusionMapper {

    ConclusionDraft toDraft(ConclusionDraftDto dto);

    @Mapping(target = "hearingKind", source = "kind")
    @Mapping(target = "hearingSourceId", source = "sourceId")
    @Mapping(target = "hearingStatement", source = "statement")
    Hearing toHearing(ObjectHearingDto dto);

    ObjectionReviewing.Change toChange(ObjectionDecisionDto dto);

    @Mapping(target = ".", source = "conclusion")
    @Mapping(target = "opinion", source = "opinion")
    @Mapping(target = "rectifications", source = "items")
    InspectionConclusionDto toDto(ConclusionView view);

    @Mapping(target = ".", source = "found")
    @Mapping(target = "hearing", source = "hearing")
    ObjectFindingDto toDto(ConclusionView.Finding view);

    @Mapping(target = "kind", source = "hearingKind")
    @Mapping(target = "sourceId", source = "hearingSourceId")
    @Mapping(target = "statement", source = "hearingStatement")
    ObjectHearingDto toDto(Hearing hearing);

    @Mapping(target = ".", source = "item")
    RectificationItemDto toDto(ConclusionView.Item view);

    @Mapping(target = ".", source = "objection")
    ConclusionObjectionDto toDto(ConclusionView.Objection view);
}
