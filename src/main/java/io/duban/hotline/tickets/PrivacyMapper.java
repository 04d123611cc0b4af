package io.duban.hotline.tickets;

import io.duban.contract.CitizenDisclosureDto;
import io.duban.contract.CitizenDisclosureRequestDto;
import io.duban.contract.CitizenFieldDto;
import io.duban.contract.ReportedPartiesDto;
import io.duban.platform.web.MappingRules;
import java.util.UUID;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Contract to domain and back, for who asks and who is reported. */
@Mapper(config = MappingRules.class)
interface PrivacyMapper {

    @Mapping(target = "ticketId", source = "ticketId")
    CitizenDisclosing.Request toRequest(UUID ticketId, CitizenDisclosureRequestDto dto);

    Reported toReported(ReportedPartiesDto dto);

    ReportedPartiesDto toDto(Reported reported);

    /** Of what is known, only what was asked for. */
    default CitizenDisclosureDto told(CitizenDisclosureDto asked, CitizenDisclosing.Told told) {
        var answer = new CitizenDisclosureDto(asked.getDisclosedAt(), asked.getFields());
        for (CitizenFieldDto field : asked.getFields()) {
            switch (field) {
                case NAME -> answer.name(told.name());
                case PHONE -> answer.phone(told.phone());
                case ADDRESS -> answer.address(told.address());
                case WORDS -> answer.words(told.words());
            }
        }
        return answer;
    }
}
