package io.duban.documents.incoming;

import io.duban.contract.AssignmentPartDto;
import io.duban.contract.AssignmentResultDto;
import io.duban.contract.AssignmentReturnDecisionDto;
import io.duban.contract.AssignmentReturnWishDto;
import io.duban.contract.BypassEntryDto;
import io.duban.contract.HandlingProposalDto;
import io.duban.contract.HandlingSheetLineDto;
import io.duban.contract.IncomingAnswerDto;
import io.duban.contract.IncomingArchivingDto;
import io.duban.contract.IncomingAssignmentDto;
import io.duban.contract.IncomingChaseCallDto;
import io.duban.contract.IncomingChaseDto;
import io.duban.contract.IncomingDeliveredDto;
import io.duban.contract.IncomingDeliveryDto;
import io.duban.contract.IncomingDocumentDto;
import io.duban.contract.IncomingDocumentSummaryDto;
import io.duban.contract.IncomingExtensionWishDto;
import io.duban.contract.IncomingFileDto;
import io.duban.contract.IncomingHandOverDto;
import io.duban.contract.IncomingNoticeDto;
import io.duban.contract.IncomingReaderDto;
import io.duban.contract.IncomingRegistrationDto;
import io.duban.contract.IncomingVoidingDto;
import io.duban.contract.LeaderOpinionDto;
import io.duban.contract.LeaderPresentationDto;
import io.duban.contract.OfflineRegistrationDto;
import io.duban.contract.RejectReasonDto;
import io.duban.contract.SenderDefectDto;
import io.duban.contract.UnitReceiptDto;
import io.duban.platform.evidence.StoredFile;
import io.duban.platform.web.MappingRules;
import java.util.List;
import java.util.UUID;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Contract to domain and back. */
@Mapper(config = MappingRules.class)
interface IncomingMapper {

    @Mapping(target = "recipientKind", source = "recipientKind", defaultValue = "ORGANIZATION")
    @Mapping(target = "content", source = ".")
    IncomingDelivery.Delivered toDelivered(IncomingDeliveredDto dto);

    @Mapping(target = "secrecyLevel", source = "secrecyLevel", defaultValue = "INTERNAL")
    @Mapping(target = "importance", source = "importance", defaultValue = "NORMAL")
    @Mapping(target = "handlingKind", source = "handlingKind", defaultValue = "ACTION")
    @Mapping(target = "shortNotice", constant = "false")
    Content toContent(IncomingDeliveredDto dto);

    @Mapping(target = "content", source = ".")
    IncomingDelivery.HandedOver toHandedOver(IncomingHandOverDto dto);

    @Mapping(target = "docType", source = "docType", defaultValue = "OTHER")
    @Mapping(target = "urgency", source = "urgency", defaultValue = "NORMAL")
    @Mapping(target = "text", source = "text", defaultValue = "")
    @Mapping(target = "secrecyLevel", constant = "INTERNAL")
    @Mapping(target = "importance", constant = "NORMAL")
    @Mapping(target = "handlingKind", constant = "ACTION")
    @Mapping(target = "eventAt", ignore = true)
    @Mapping(target = "decisionNeededAt", ignore = true)
    @Mapping(target = "shortNotice", constant = "false")
    @Mapping(target = "shortNoticeReason", ignore = true)
    Content toContent(IncomingHandOverDto dto);

    @Mapping(target = "content", source = ".")
    @Mapping(target = "facts", source = ".")
    OfflineRegistering.Notice toNotice(IncomingNoticeDto dto);

    @Mapping(target = "secrecyLevel", source = "secrecyLevel", defaultValue = "INTERNAL")
    @Mapping(target = "importance", source = "importance", defaultValue = "NORMAL")
    @Mapping(target = "eventAt", ignore = true)
    @Mapping(target = "decisionNeededAt", ignore = true)
    @Mapping(target = "shortNotice", constant = "false")
    @Mapping(target = "shortNoticeReason", ignore = true)
    Content toContent(IncomingNoticeDto dto);

    @Mapping(target = "upward", source = "upward", defaultValue = "false")
    Register.Facts toFacts(IncomingNoticeDto dto);

    @Mapping(target = "content", source = ".")
    @Mapping(target = "facts", source = ".")
    OfflineRegistering.Bypass toBypass(OfflineRegistrationDto dto);

    @Mapping(target = "secrecyLevel", source = "secrecyLevel", defaultValue = "INTERNAL")
    @Mapping(target = "importance", source = "importance", defaultValue = "NORMAL")
    @Mapping(target = "eventAt", ignore = true)
    @Mapping(target = "decisionNeededAt", ignore = true)
    @Mapping(target = "shortNotice", constant = "false")
    @Mapping(target = "shortNoticeReason", ignore = true)
    Content toContent(OfflineRegistrationDto dto);

    @Mapping(target = "upward", source = "upward", defaultValue = "false")
    Register.Facts toFacts(OfflineRegistrationDto dto);

    @Mapping(target = "facts", source = "dto")
    @Mapping(target = "found", source = "dto")
    IncomingRegistry.Registration toRegistration(UUID documentId, IncomingRegistrationDto dto);

    @Mapping(target = "upward", source = "upward", defaultValue = "false")
    Register.Facts toFacts(IncomingRegistrationDto dto);

    Content.Reclassified toFound(IncomingRegistrationDto dto);

    Ending.RejectReason toReason(RejectReasonDto dto);

    List<Ending.SenderDefect> toDefects(List<SenderDefectDto> dtos);

    Proposal.Draft toDraft(UUID documentId, HandlingProposalDto dto);

    @Mapping(target = "letterFileId", source = "dto.senderLetterFileId")
    IncomingReview.Voiding toVoiding(UUID documentId, IncomingVoidingDto dto);

    IncomingFinishing.Answer toAnswer(UUID documentId, IncomingAnswerDto dto);

    @Mapping(target = "sheetFileId", source = "dto.handlingSheetFileId")
    IncomingFinishing.Archiving toArchiving(UUID documentId, IncomingArchivingDto dto);

    IncomingPresenting.Presentation toPresentation(UUID documentId, LeaderPresentationDto dto);

    LeaderWords toWords(LeaderOpinionDto dto);

    List<UnitAssignment.Part> toParts(List<AssignmentPartDto> dtos);

    UnitHandling.Receipt toReceipt(UUID documentId, UUID assignmentId, UnitReceiptDto dto);

    UnitReturn.Wish toWish(UUID documentId, UUID assignmentId, AssignmentReturnWishDto dto);

    UnitReturning.Decision toDecision(UUID documentId, UUID assignmentId, AssignmentReturnDecisionDto dto);

    UnitResult.HandIn toHandIn(UUID documentId, UUID assignmentId, AssignmentResultDto dto);

    Assigning.Extension toExtension(UUID documentId, IncomingExtensionWishDto dto);

    @Mapping(target = ".", source = "file.document")
    @Mapping(target = ".", source = "file.document.sender")
    @Mapping(target = ".", source = "file.document.content")
    @Mapping(target = ".", source = "file.document.register")
    @Mapping(target = ".", source = "file.document.proposal")
    @Mapping(target = ".", source = "file.document.leading")
    @Mapping(target = ".", source = "file.document.assigning")
    @Mapping(target = ".", source = "file.document.ending")
    @Mapping(target = ".", source = "file.document.course")
    @Mapping(target = "leaders", source = "file.seats")
    @Mapping(target = "attachments", source = "file.attachments")
    IncomingDocumentDto toDto(IncomingView view);

    @Mapping(target = ".", source = "part")
    @Mapping(target = ".", source = "part.charge")
    @Mapping(target = ".", source = "part.receipt")
    @Mapping(target = ".", source = "part.verdict")
    @Mapping(target = ".", source = "part.unitReturn")
    @Mapping(target = ".", source = "part.unitResult")
    IncomingAssignmentDto toDto(IncomingView.PartView view);

    @Mapping(target = ".", source = "reader")
    IncomingReaderDto toDto(IncomingView.ReaderView view);

    IncomingFileDto toDto(StoredFile file);

    @Mapping(target = ".", source = "sender")
    @Mapping(target = ".", source = "content")
    @Mapping(target = ".", source = "register")
    @Mapping(target = ".", source = "ending")
    IncomingDeliveryDto toDelivery(IncomingDocument document);

    Chase.Call toCall(UUID documentId, UUID assignmentId, IncomingChaseCallDto dto);

    IncomingChaseDto toDto(Chase chase);

    HandlingSheetLineDto toLine(JournalEntry entry);

    IncomingDocumentSummaryDto toSummary(IncomingDesk.Row row);

    BypassEntryDto toEntry(IncomingDesk.BypassRow row);
}
