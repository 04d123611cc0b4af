package io.duban.hotline.tickets;

import static io.duban.platform.identity.Role.HOTLINE_DISPATCHER;

import io.duban.hotline.catalog.Catalogue;
import io.duban.hotline.catalog.Category;
import io.duban.hotline.catalog.DispatchCatalog;
import io.duban.hotline.catalog.StatutoryPeriod;
import io.duban.platform.calendar.Deadline;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.platform.todos.Assignee;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The dispatcher sorts a demand: what it is about, how urgent, whose it might be, and by which period. What he leaves out, the dispatch catalogue says. */
@Component
class TicketClassifying {

    private final HotlineTickets tickets;
    private final DispatchCatalog catalog;
    private final DispatchRules rules;
    private final TicketClocks clocks;
    private final RunningClocks running;

    TicketClassifying(
            HotlineTickets tickets,
            DispatchCatalog catalog,
            DispatchRules rules,
            TicketClocks clocks,
            RunningClocks running) {
        this.tickets = tickets;
        this.catalog = catalog;
        this.rules = rules;
        this.clocks = clocks;
        this.running = running;
    }

    /**
     * What he found.
     *
     * @param urgencyClass null: the category's own, else ordinary
     * @param statutory the period a law gives; null: the category's own, else the profile's
     * @param address where it is, when the demand does not say so
     */
    record Classification(
            UUID ticketId,
            String categoryCode,
            Handling.@Nullable UrgencyClass urgencyClass,
            boolean enterprise,
            @Nullable UUID proposedUnitId,
            @Nullable StatutoryPeriod statutory,
            @Nullable String address) {}

    Mono<Outcome<HotlineTicket>> classify(Classification order, Command command) {
        return tickets.require(order.ticketId(), command.access().reach())
                .zipWith(catalog.current(), (ticket, catalogue) -> classified(ticket, order, catalogue, command))
                .delayUntil(ticket -> requireProposed(ticket.handling().proposedUnitId()))
                .flatMap(ticket -> running.of(ticket.id()).flatMap(clocks -> outcome(ticket, clocks, command)));
    }

    private static HotlineTicket classified(
            HotlineTicket ticket, Classification order, Catalogue catalogue, Command command) {
        var edit = ticket.take(TicketMove.CLASSIFY, command);
        var category = catalogue.require(order.categoryCode());
        var urgency = urgency(order, category);
        var demand = demand(ticket.demand(), order, category);
        return edit.demand(demand)
                .handling(ticket.handling().of(urgency, order.enterprise(), proposed(order, category)))
                .term(ticket.term().onBasis(statutory(demand, urgency, order, category)))
                .done();
    }

    /** A life in danger is 110's, 119's, 120's or 122's at once (domain 2.5, T2): nothing is dispatched by the hour then. */
    private static Handling.UrgencyClass urgency(Classification order, Optional<Category> category) {
        var urgency = order.urgencyClass() != null
                ? order.urgencyClass()
                : category.map(Category::urgency)
                        .map(usual -> Handling.UrgencyClass.valueOf(usual.name()))
                        .orElse(Handling.UrgencyClass.ORDINARY);
        if (urgency == Handling.UrgencyClass.LIFE_SAFETY) {
            throw Refusal.invalid(
                    "/urgencyClass",
                    "危及生命安全的,请立即转 110、119、120 或 122,不作派单处理。",
                    "A life in danger goes to 110, 119, 120 or 122 at once and is not dispatched.");
        }
        return urgency;
    }

    private static Demand demand(Demand demand, Classification order, Optional<Category> category) {
        var placed = order.address() == null ? demand : demand.at(order.address());
        if (category.filter(Category::placeNeeded).isPresent() && !placed.hasPlace()) {
            throw Refusal.of(
                    RefusalCode.E_HOT_PLACE_REQUIRED,
                    "该类诉求须写明地点,请在分类时补充地址。",
                    "Demands of this category need a place; give the address with the classification.");
        }
        return placed.classifiedAs(order.categoryCode());
    }

    private static @Nullable UUID proposed(Classification order, Optional<Category> category) {
        return order.proposedUnitId() != null
                ? order.proposedUnitId()
                : category.map(Category::hostUnitId).orElse(null);
    }

    /** A law's period is for what takes days; what runs by the hour and a question keep theirs (appendix C, HOT_CONSULT, HOT_RISK, HOT_UTILITY). */
    private static @Nullable StatutoryPeriod statutory(
            Demand demand, Handling.UrgencyClass urgency, Classification order, Optional<Category> category) {
        var byTheHour = urgency.isPressing() || demand.demandType() == Demand.DemandType.CONSULTATION;
        if (order.statutory() != null && byTheHour) {
            throw Refusal.invalid(
                    "/statutory",
                    "咨询、风险和公共服务停供类诉求不适用法定期限。",
                    "Questions, risks and failing utilities have no statutory period.");
        }
        return order.statutory() != null || byTheHour
                ? order.statutory()
                : category.map(Category::statutory).orElse(null);
    }

    private Mono<Void> requireProposed(@Nullable UUID unit) {
        return unit == null ? Mono.empty() : rules.requireUnits(Set.of(unit), "/proposedUnitId");
    }

    /** The desk's clock is known to be another as soon as it is known how urgent the demand is; it began when the demand came. */
    private Mono<Outcome<HotlineTicket>> outcome(
            HotlineTicket ticket, Map<String, RunningClocks.Running> running, Command command) {
        var before = running.get(ClockRules.DISPATCH);
        return clocks.dispatchBy(ticket, before == null ? command.now() : before.triggerAt())
                .map(due -> withClock(
                        Outcome.changed(ticket)
                                .closing("CLASSIFY")
                                .opening("DISPATCH", Assignee.holders(HOTLINE_DISPATCHER), due.currentDueAt())
                                .announcing("classified", Priority.INFO, command.now()),
                        before,
                        due));
    }

    private static Outcome<HotlineTicket> withClock(
            Outcome<HotlineTicket> outcome, RunningClocks.@Nullable Running before, Deadline due) {
        if (before == null) {
            return outcome.starting(due);
        }
        return before.ruleId().equals(due.ruleId()) ? outcome : outcome.replacing(due);
    }
}
