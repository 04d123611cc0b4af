package io.duban.hotline.tickets;

import io.duban.contract.CallbackRecordDto;
import io.duban.contract.CitizenContactDto;
import io.duban.contract.CitizenDto;
import io.duban.contract.HotlineTicketDto;
import io.duban.contract.HotlineTicketSummaryDto;
import io.duban.contract.PlaceDto;
import io.duban.contract.PositionDto;
import io.duban.contract.TicketAcceptanceDto;
import io.duban.contract.TicketClassificationDto;
import io.duban.contract.TicketCoordinationDto;
import io.duban.contract.TicketDesignationDto;
import io.duban.contract.TicketDispatchDto;
import io.duban.contract.TicketFeedbackDto;
import io.duban.contract.TicketReturnDecisionDto;
import io.duban.contract.TicketReturnDto;
import io.duban.contract.TicketReturnRequestDto;
import io.duban.platform.web.MappingRules;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.Named;

/** Contract to domain and back. */
@Mapper(config = MappingRules.class)
interface HotlineMapper {

    @Mapping(target = ".", source = "dto.place")
    @Mapping(target = ".", source = "dto.place.position")
    @Mapping(target = "keepSecret", source = "dto.keepSecret", defaultValue = "false")
    Demand toDemand(TicketAcceptanceDto dto);

    @Mapping(target = "wantsCallback", source = "wantsCallback", defaultValue = "true")
    Citizen toCitizen(CitizenDto dto);

    @Mapping(target = "ticketId", source = "ticketId")
    @Mapping(target = "enterprise", source = "dto.enterprise", defaultValue = "false")
    TicketClassifying.Classification toClassification(UUID ticketId, TicketClassificationDto dto);

    default DispatchOrder toOrder(TicketDispatchDto dto) {
        return DispatchOrder.of(dto.getHostUnitId(), Set.copyOf(dto.getCoUnitIds()), dto.getInstruction());
    }

    TicketReturn.Wish toWish(TicketReturnRequestDto dto);

    TicketReturn.Verdict toVerdict(TicketReturnDecisionDto dto);

    TicketCoordination.Designation toDesignation(TicketDesignationDto dto);

    TicketReturnDto toDto(TicketReturn request);

    TicketCoordinationDto toDto(TicketCoordination coordination);

    TicketHandling.Contact toContact(UUID ticketId, CitizenContactDto dto);

    @Mapping(target = "feedbackBy", ignore = true)
    @Mapping(target = "feedbackAt", ignore = true)
    @Mapping(target = "defects", expression = "java(java.util.List.of())")
    Feedback toFeedback(TicketFeedbackDto dto);

    Callback toCallback(CallbackRecordDto dto);

    @Mapping(target = ".", source = "ticket")
    @Mapping(target = ".", source = "ticket.source")
    @Mapping(target = ".", source = "ticket.demand")
    @Mapping(target = ".", source = "ticket.handling")
    @Mapping(target = ".", source = "ticket.feedback")
    @Mapping(target = ".", source = "ticket.callback")
    @Mapping(target = "feedbackResult", source = "ticket.feedback.result")
    @Mapping(target = "feedbackFacts", source = "ticket.feedback.facts")
    @Mapping(target = "title", source = "ticket.demand.title")
    @Mapping(target = "dueAt", source = "ticket.term.dueAt")
    @Mapping(target = ".", source = "ticket.term")
    @Mapping(target = ".", source = "ticket.lineage")
    @Mapping(target = "designated", source = "ticket.returning.designated")
    @Mapping(target = "returnUntil", source = "ticket.returning.until")
    @Mapping(target = "citizen", source = "citizen")
    @Mapping(target = "place", source = "ticket.demand")
    HotlineTicketDto toDto(TicketView view);

    @Mapping(target = "position", source = "demand")
    PlaceDto toPlace(Demand demand);

    default @Nullable PositionDto toPosition(Demand demand) {
        return demand.latitude() == null || demand.longitude() == null ? null : copyPosition(demand);
    }

    @Named("a place that has a position")
    PositionDto copyPosition(Demand demand);

    @Mapping(target = "title", source = "title")
    HotlineTicketSummaryDto toSummary(TicketDesk.Row row);
}
