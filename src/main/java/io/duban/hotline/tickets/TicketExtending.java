package io.duban.hotline.tickets;

import static io.duban.platform.identity.Role.*;

import io.duban.platform.calendar.Deadline;
import io.duban.platform.calendar.Deadlines;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.identity.Role;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.platform.subprocesses.Separation;
import io.duban.platform.todos.Assignee;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** More time for a ticket (延期, domain 2.5 T13): the auditor grants up to five working days, the manager up to ten; silence is no consent. */
@Component
class TicketExtending {

    static final String DECIDE = "DECIDE_EXTENSION";

    private static final String LONGEST = "HOT_EXTENSION";
    private static final String SHORT = "HOT_EXTENSION_SHORT";

    private final HotlineTickets tickets;
    private final TicketExtensions extensions;
    private final Deadlines deadlines;

    TicketExtending(HotlineTickets tickets, TicketExtensions extensions, Deadlines deadlines) {
        this.tickets = tickets;
        this.extensions = extensions;
        this.deadlines = deadlines;
    }

    Mono<Outcome<HotlineTicket>> ask(UUID ticketId, TicketExtension.Wish wish, Command command) {
        var until = OfficeDay.end(wish.until());
        return tickets.require(ticketId, command.access().reach())
                .doOnNext(ticket -> requireAskable(ticket, wish, command))
                .flatMap(ticket -> longest(ticket)
                        .doOnNext(latest -> requireNotLater(until, latest))
                        .then(latest(SHORT, ticket))
                        .map(latest -> asked(ticket, wish, until.isAfter(latest), command)));
    }

    Mono<Outcome<HotlineTicket>> decide(UUID ticketId, boolean granted, @Nullable String words, Command command) {
        return tickets.require(ticketId, command.access().reach()).flatMap(ticket -> {
            TicketAct.DECIDE_EXTENSION.check(ticket, command);
            var waits = ticket.progress().has(Progress.Request.EXTENSION)
                    || ticket.progress().has(Progress.Request.LONG_EXTENSION);
            TicketAct.DECIDE_EXTENSION.require(waits, ticket, command);
            return extensions
                    .requireLast(ticketId)
                    .doOnNext(request -> requireDecider(request, command))
                    .map(request -> decided(ticket, request.decided(granted, words, command), command));
        });
    }

    private static void requireAskable(HotlineTicket ticket, TicketExtension.Wish wish, Command command) {
        TicketAct.REQUEST_EXTENSION.check(ticket, command);
        var waits = ticket.progress().has(Progress.Request.EXTENSION)
                || ticket.progress().has(Progress.Request.LONG_EXTENSION);
        TicketAct.REQUEST_EXTENSION.require(!waits, ticket, command);
        HotlineExtensionRight.of(ticket).require(OfficeDay.end(wish.until()), command.now());
        Feedback.requireTold(wish.toldCitizenAt(), ticket.handling().dispatchedAt(), command.now());
    }

    private static Outcome<HotlineTicket> asked(
            HotlineTicket before, TicketExtension.Wish wish, boolean toManager, Command command) {
        var request = TicketExtension.asked(before, wish, toManager, command);
        var ticket = before.take(TicketAct.REQUEST_EXTENSION, command)
                .progress(before.progress().with(request.request()))
                .done();
        return Outcome.changed(ticket)
                .inserting(request)
                .opening(DECIDE, Assignee.holders(decider(request)), ticket.dueAt())
                .announcing("extensionRequested", Priority.ACTION, command.now());
    }

    private static Outcome<HotlineTicket> decided(HotlineTicket before, TicketExtension request, Command command) {
        var edit = before.take(TicketAct.DECIDE_EXTENSION, command)
                .progress(before.progress().without(request.request()));
        if (!Boolean.TRUE.equals(request.granted())) {
            return closed(edit.done(), request).announcing("extensionRefused", Priority.ACTION, command.now());
        }
        // The platform above may have set its date since.
        var right = HotlineExtensionRight.of(before);
        right.requireInside(request.until());
        var warn = right.right() == null ? request.until() : right.right().warnBefore(request.until());
        var ticket = edit.term(before.term().extendedTo(request.until(), warn)).done();
        return closed(ticket, request)
                .extending(ClockRules.HANDLE, request.until(), warn)
                .opening(CitizenContacting.SUBMIT_FEEDBACK, CitizenContacting.signers(ticket), request.until())
                .announcing("extensionGranted", Priority.ACTION, command.now());
    }

    private static Outcome<HotlineTicket> closed(HotlineTicket ticket, TicketExtension request) {
        return Outcome.changed(ticket).updating(request).closing(DECIDE);
    }

    private static void requireDecider(TicketExtension request, Command command) {
        Separation.require(command, "申请延期的人不能审批。", "Who asks does not decide.", request.askedBy());
        if (!command.officer().has(decider(request))) {
            throw Refusal.of(
                    RefusalCode.E_GEN_SCOPE,
                    "五个工作日以内的延期由审核员审批,超过的由热线办负责人审批。",
                    "The auditor grants up to five working days, the manager more.");
        }
    }

    private static Role decider(TicketExtension request) {
        return request.toManager() ? HOTLINE_MANAGER : HOTLINE_AUDITOR;
    }

    private static void requireNotLater(Instant until, Instant latest) {
        if (until.isAfter(latest)) {
            throw Refusal.invalid(
                    "/until",
                    "延期超过了规定的最长期限(首轮十个工作日,重办五个工作日)。",
                    "That is longer than the rule allows: ten working days, five in a further round.");
        }
    }

    /** A further round gets five working days (domain, HOT_REDO). */
    private Mono<Instant> longest(HotlineTicket ticket) {
        return latest(ticket.round() > 1 ? SHORT : LONGEST, ticket);
    }

    /** Counted from the day it is due: midnight is the end of that day, not the beginning of the next. */
    private Mono<Instant> latest(String rule, HotlineTicket ticket) {
        var due = ticket.term().dueAt().minus(1, ChronoUnit.MICROS);
        return deadlines
                .start(rule, ticket.subjectType(), ticket.id(), DECIDE, due)
                .map(Deadline::currentDueAt);
    }
}
