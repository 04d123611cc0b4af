package io.duban.hotline.letters;

import io.duban.contract.MailboxLetterDto;
import io.duban.contract.MailboxLetterSummaryDto;
import io.duban.contract.PublishedAnswerDto;
import io.duban.platform.web.MappingRules;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Domain to contract: letters. */
@Mapper(config = MappingRules.class)
interface LetterMapper {

    @Mapping(target = ".", source = "letter")
    @Mapping(target = ".", source = "letter.signatures")
    @Mapping(target = ".", source = "letter.consent")
    @Mapping(target = ".", source = "letter.publication")
    MailboxLetterDto toDto(LetterView view);

    MailboxLetterSummaryDto toSummary(LetterDesk.Row row);

    PublishedAnswerDto toDto(LetterDesk.Published published);
}
