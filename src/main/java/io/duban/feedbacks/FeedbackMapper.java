package io.duban.feedbacks;

import io.duban.contract.FeedbackDto;
import io.duban.contract.FeedbackVerdictDto;
import io.duban.contract.NewFeedbackDto;
import io.duban.platform.web.MappingRules;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Contract to domain and back. */
@Mapper(config = MappingRules.class)
interface FeedbackMapper {

    @Mapping(target = "unnamed", source = "unnamed", defaultValue = "false")
    Posted toPosted(NewFeedbackDto dto);

    FeedbackVerdict toVerdict(FeedbackVerdictDto dto);

    @Mapping(target = ".", source = "feedback")
    @Mapping(target = ".", source = "posted")
    @Mapping(target = "authorId", source = "authorId")
    FeedbackDto toDto(FeedbackView view);
}
