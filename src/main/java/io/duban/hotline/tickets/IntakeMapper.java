package io.duban.hotline.tickets;

import io.duban.contract.CallerAlertDto;
import io.duban.contract.CitizenDto;
import io.duban.contract.DirectAnswerDto;
import io.duban.contract.DirectAnswerRecordDto;
import io.duban.contract.EmergencyHandoverDto;
import io.duban.contract.EmergencyTransferDto;
import io.duban.contract.FurtherMatterDto;
import io.duban.contract.HotlineIntakeDto;
import io.duban.contract.MaliciousCallReportDto;
import io.duban.contract.RefusalGroundDto;
import io.duban.contract.RefusalProposalDto;
import io.duban.contract.RefusalToldWayDto;
import io.duban.contract.ReportedPartiesDto;
import io.duban.contract.TicketAcceptanceDto;
import io.duban.contract.TicketWithdrawalDto;
import io.duban.contract.UpstreamVersionDto;
import io.duban.platform.web.MappingRules;
import java.util.UUID;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Contract to domain and back: what is taken in, and what is decided about it at once. */
@Mapper(config = MappingRules.class)
interface IntakeMapper {

    @Mapping(target = ".", source = "dto.place")
    @Mapping(target = ".", source = "dto.place.position")
    @Mapping(target = "keepSecret", source = "dto.keepSecret", defaultValue = "false")
    Demand toDemand(TicketAcceptanceDto dto);

    @Mapping(target = ".", source = "dto.place")
    @Mapping(target = ".", source = "dto.place.position")
    @Mapping(target = "keepSecret", source = "dto.keepSecret", defaultValue = "false")
    FurtherMatter toMatter(FurtherMatterDto dto);

    @Mapping(target = "openedTo", ignore = true)
    @Mapping(target = "wantsCallback", source = "wantsCallback", defaultValue = "true")
    Citizen toCitizen(CitizenDto dto);

    Reported toReported(ReportedPartiesDto dto);

    @Mapping(target = "wantsAnswer", source = "dto.wantsAnswer", defaultValue = "true")
    @Mapping(target = ".", source = "dto.thirdParty")
    TicketCall.Telling toTelling(TicketAcceptanceDto dto);

    EmergencyTransfer.Handover toHandover(EmergencyHandoverDto dto);

    @Mapping(target = "ticketId", source = "ticketId")
    DirectAnswering.Answer toAnswer(UUID ticketId, DirectAnswerDto dto);

    RefusalProposal.Ground toGround(RefusalGroundDto dto);

    RefusalProposal.ToldWay toWay(RefusalToldWayDto dto);

    @Mapping(target = "ticketId", source = "ticketId")
    CallerAlerting.Report toReport(UUID ticketId, MaliciousCallReportDto dto);

    HotlineIntakeDto toDto(IntakeReading.Record intake);

    UpstreamVersionDto toDto(UpstreamVersion version);

    EmergencyTransferDto toDto(EmergencyTransfer transfer);

    DirectAnswerRecordDto toDto(DirectAnswer answer);

    RefusalProposalDto toDto(RefusalProposal proposal);

    TicketWithdrawalDto toDto(Withdrawal withdrawal);

    CallerAlertDto toDto(CallerAlert alert);
}
