package io.duban.documents.outgoing;

import io.duban.contract.CosignRequestDto;
import io.duban.contract.DocumentAttachmentDto;
import io.duban.contract.LegalReviewDto;
import io.duban.contract.NumberAllotmentDto;
import io.duban.contract.OutgoingDefectDto;
import io.duban.contract.OutgoingDocumentDto;
import io.duban.contract.OutgoingDocumentSummaryDto;
import io.duban.contract.OutgoingDraftDto;
import io.duban.contract.OutgoingReturnDto;
import io.duban.contract.OutgoingTextDto;
import io.duban.contract.RecheckDto;
import io.duban.contract.SealUseDto;
import io.duban.contract.SignatureRequestDto;
import io.duban.contract.SignerAdditionDto;
import io.duban.contract.SignerDecisionDto;
import io.duban.platform.evidence.StoredFile;
import io.duban.platform.web.MappingRules;
import java.util.List;
import java.util.UUID;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Contract to domain and back. */
@Mapper(config = MappingRules.class)
interface OutgoingMapper {

    @Mapping(target = "urgency", source = "urgency", defaultValue = "NORMAL")
    @Mapping(target = "normative", source = "normative", defaultValue = "false")
    @Mapping(target = "numbered", source = "numbered", defaultValue = "true")
    Paper toPaper(OutgoingDraftDto dto);

    @Mapping(target = "touchesOtherPowers", source = "touchesOtherPowers", defaultValue = "false")
    @Mapping(target = "majorDecision", source = "majorDecision", defaultValue = "false")
    @Mapping(target = "specialTask", source = "specialTask", defaultValue = "false")
    @Mapping(target = "draftedOnBehalf", constant = "false")
    Particulars toParticulars(OutgoingDraftDto dto);

    @Mapping(target = "paper", source = "dto")
    @Mapping(target = "particulars", source = "dto")
    OutgoingDrafting.Draft toDraft(OutgoingDraftDto dto);

    OutgoingDrafting.Rewrite toRewrite(UUID documentId, OutgoingTextDto dto);

    @Mapping(target = "important", source = "dto.important", defaultValue = "false")
    OutgoingReview.SignatureRequest toRequest(UUID documentId, SignatureRequestDto dto);

    @Mapping(target = "toOffice", source = "toOffice", defaultValue = "false")
    SignerDecision toDecision(SignerDecisionDto dto);

    OutgoingSigning.Addition toAddition(UUID documentId, SignerAdditionDto dto);

    OutgoingRechecking.Recheck toRecheck(UUID documentId, RecheckDto dto);

    OutgoingRegistry.Allotment toAllotment(UUID documentId, NumberAllotmentDto dto);

    @Mapping(target = "copies", source = "dto.copies", defaultValue = "1")
    OutgoingRegistry.SealUse toSealUse(UUID documentId, SealUseDto dto);

    @Mapping(target = ".", source = "dossier.document")
    @Mapping(target = ".", source = "dossier.document.origin")
    @Mapping(target = ".", source = "dossier.document.paper")
    @Mapping(target = ".", source = "dossier.document.particulars")
    @Mapping(target = ".", source = "dossier.document.review")
    @Mapping(target = ".", source = "dossier.document.registration")
    @Mapping(target = ".", source = "dossier.document.progress")
    @Mapping(target = ".", source = "dossier.document.course")
    @Mapping(target = ".", source = "dossier.document.ending")
    @Mapping(target = "attachments", source = "dossier.attachments")
    @Mapping(target = "documentDate", source = "documentDate")
    OutgoingDocumentDto toDto(OutgoingView view);

    /** Defects under a point of review, and those under none in particular. */
    default List<Defect> toDefects(OutgoingReturnDto dto) {
        return Defect.listed(toDefects(dto.getReviewDefects()), dto.getDefects());
    }

    List<Defect> toDefects(List<OutgoingDefectDto> defects);

    @Mapping(target = ".", source = "request")
    @Mapping(target = ".", source = "request.reply")
    @Mapping(target = ".", source = "request.escalated")
    CosignRequestDto toDto(OutgoingView.CosignView cosign);

    @Mapping(target = ".", source = "review")
    LegalReviewDto toDto(OutgoingView.LegalView review);

    DocumentAttachmentDto toDto(StoredFile file);

    OutgoingDocumentSummaryDto toSummary(OutgoingDesk.Row row);
}
