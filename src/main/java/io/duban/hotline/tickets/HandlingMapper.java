package io.duban.hotline.tickets;

import io.duban.contract.CitizenContactDto;
import io.duban.contract.DoubtfulFileDto;
import io.duban.contract.HardProposalDto;
import io.duban.contract.HardReviewDto;
import io.duban.contract.HardTicketDto;
import io.duban.contract.RecordedContactDto;
import io.duban.contract.RecordedExtensionDto;
import io.duban.contract.RecordedFeedbackDto;
import io.duban.contract.RecordedHardListingDto;
import io.duban.contract.RecordedHardReviewDto;
import io.duban.contract.RecordedPartDto;
import io.duban.contract.RecordedStageReportDto;
import io.duban.contract.RecordedTerminationDto;
import io.duban.contract.RecordedUrgeDto;
import io.duban.contract.TicketExtensionWishDto;
import io.duban.contract.TicketFeedbackDto;
import io.duban.contract.TicketHandlingHistoryDto;
import io.duban.contract.TicketStageReportDto;
import io.duban.contract.TicketTerminationWishDto;
import io.duban.contract.TicketUrgeDto;
import io.duban.platform.evidence.StoredFile;
import io.duban.platform.uploads.DeclaredFileMapper;
import io.duban.platform.web.MappingRules;
import java.util.UUID;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Contract to domain and back: the units at work. */
@Mapper(config = MappingRules.class, uses = DeclaredFileMapper.class)
interface HandlingMapper {

    CitizenContact.Told toContact(UUID ticketId, CitizenContactDto dto);

    StageReport.Words toReport(TicketStageReportDto dto);

    @Mapping(target = "feedback", source = "dto")
    FeedbackHandingIn.HandIn toHandIn(TicketFeedbackDto dto);

    @Mapping(target = "feedbackBy", ignore = true)
    @Mapping(target = "feedbackAt", ignore = true)
    @Mapping(target = "defects", expression = "java(java.util.List.of())")
    @Mapping(target = "doubts", expression = "java(java.util.List.of())")
    Feedback toFeedback(TicketFeedbackDto dto);

    @Mapping(target = "byCitizen", expression = "java(dto.getKind() == io.duban.contract.UrgeKindDto.CITIZEN)")
    UrgeRecord.Call toCall(TicketUrgeDto dto);

    TicketExtension.Wish toWish(TicketExtensionWishDto dto);

    HardListing.Terms toTerms(HardProposalDto dto);

    HardReview.Words toWords(HardReviewDto dto);

    Termination.Wish toWish(TicketTerminationWishDto dto);

    RecordedContactDto toDto(CitizenContact contact);

    TicketHandlingHistoryDto toDto(HandlingHistory history);

    @Mapping(target = ".", source = "feedback")
    @Mapping(target = "toldCitizenWhat", source = "toldCitizenWhat")
    @Mapping(target = "likeness", source = "likeness")
    @Mapping(target = "files", source = "files")
    RecordedFeedbackDto toDto(HandlingHistory.Shown shown);

    @Mapping(target = "storedFileId", source = "id")
    DoubtfulFileDto toDto(StoredFile file);

    RecordedStageReportDto toDto(StageReport report);

    RecordedPartDto toDto(CoPart part);

    RecordedUrgeDto toDto(UrgeRecord urge);

    RecordedExtensionDto toDto(TicketExtension extension);

    RecordedHardListingDto toDto(HardListing listing);

    RecordedHardReviewDto toDto(HardReview review);

    RecordedTerminationDto toDto(Termination termination);

    HardTicketDto toDto(HardList.Row row);
}
