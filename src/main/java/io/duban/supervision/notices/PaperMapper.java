package io.duban.supervision.notices;

import io.duban.contract.*;
import io.duban.platform.web.MappingRules;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Contract to domain and back: the papers of the supervision office. */
@Mapper(config = MappingRules.class)
interface PaperMapper {

    TalkNotice.Order toOrder(TalkProposalDto dto);

    @Mapping(target = "recordedById", ignore = true)
    @Mapping(target = "recordedAt", ignore = true)
    TalkRecord toRecord(TalkRecordDto dto);

    @Mapping(target = "classified", source = "classified", defaultValue = "false")
    ClueTransfer.Order toOrder(TransferProposalDto dto);

    CardIssuing.Order toOrder(CardProposalDto dto);

    @Mapping(target = "body", source = ".")
    BulletinDrafting.Order toOrder(BulletinDraftDto dto);

    BulletinText toText(BulletinDraftDto dto);

    BulletinCorrecting.Order toOrder(BulletinCorrectionDto dto);

    @Mapping(target = "number", source = "label")
    SupervisionPaperSummaryDto toSummary(PaperDesk.Row row);

    @Mapping(target = ".", source = "paper")
    @Mapping(target = ".", source = "paper.head")
    @Mapping(target = "number", source = "paper.head.label")
    ChaseLetterDto toLetter(PaperView<ChaseLetter> view);

    @Mapping(target = ".", source = "paper")
    @Mapping(target = ".", source = "paper.head")
    @Mapping(target = ".", source = "paper.issue")
    @Mapping(target = ".", source = "paper.dispute")
    @Mapping(target = "number", source = "paper.head.label")
    WarningCardDto toCard(PaperView<WarningCard> view);

    @Mapping(target = ".", source = "paper")
    @Mapping(target = ".", source = "paper.head")
    @Mapping(target = ".", source = "paper.talk")
    @Mapping(target = "number", source = "paper.head.label")
    TalkNoticeDto toTalk(PaperView<TalkNotice> view);

    @Mapping(target = ".", source = "paper")
    @Mapping(target = ".", source = "paper.head")
    @Mapping(target = "number", source = "paper.head.label")
    ClueTransferDto toTransfer(PaperView<ClueTransfer> view);

    @Mapping(target = ".", source = "bulletin")
    @Mapping(target = ".", source = "bulletin.head")
    @Mapping(target = ".", source = "bulletin.body")
    @Mapping(target = ".", source = "bulletin.hands")
    @Mapping(target = ".", source = "bulletin.origin")
    @Mapping(target = "number", source = "bulletin.head.label")
    SupervisionBulletinDto toBulletin(BulletinView view);
}
