package io.duban.hotline.tickets;

import io.duban.hotline.catalog.ClassRules;
import io.duban.hotline.catalog.DeadlineProfiles;
import io.duban.platform.calendar.Deadline;
import io.duban.platform.calendar.Deadlines;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A ticket's clocks on its way to the unit, by the district's deadline profile. */
@Component
class TicketClocks {

    private final DeadlineProfiles profiles;
    private final Deadlines deadlines;

    TicketClocks(DeadlineProfiles profiles, Deadlines deadlines) {
        this.profiles = profiles;
        this.deadlines = deadlines;
    }

    /** The desk's own clock, counted from when the demand lay there, as soon as it is known how urgent it is. */
    Mono<Deadline> dispatchBy(HotlineTicket ticket, Instant since) {
        return profiles.rulesOf(ClockRules.classOf(ticket))
                .flatMap(rules -> start(rules.dispatchRule(), ClockRules.DISPATCH, ticket, since));
    }

    /** All that start when the host and these co units get it now. */
    Mono<DispatchClocks> ofDispatch(HotlineTicket ticket, Set<UUID> coUnits, Instant now) {
        return profiles.rulesOf(ClockRules.classOf(ticket))
                .flatMap(rules ->
                        whole(ticket, rules, now).flatMap(handle -> beside(ticket, rules, handle, coUnits, now)));
    }

    /** All that start when it is done again: a period of its own (HOT_REDO) inside the date set above, and the usual clocks beside it. */
    Mono<DispatchClocks> ofRedo(HotlineTicket ticket, Set<UUID> coUnits, Instant now) {
        return profiles.rulesOf(ClockRules.classOf(ticket))
                .flatMap(rules -> redo(ticket, now).flatMap(handle -> beside(ticket, rules, handle, coUnits, now)));
    }

    private Mono<DispatchClocks> beside(
            HotlineTicket ticket, ClassRules rules, Deadline handle, Set<UUID> coUnits, Instant now) {
        return others(ticket, rules, handle, coUnits, now)
                .collectList()
                .flatMap(others -> returnWindow(ticket, now).map(until -> new DispatchClocks(handle, others, until)));
    }

    /** The receipt's clock alone: a unit keeps what it had not signed for. */
    Mono<Deadline> signFor(HotlineTicket ticket, Instant now) {
        return profiles.rulesOf(ClockRules.classOf(ticket))
                .flatMap(rules -> start(rules.signRule(), ClockRules.SIGN_FOR, ticket, now));
    }

    Mono<Deadline> returnDecision(HotlineTicket ticket, Instant now) {
        return start("HOT_RETURN_DECIDE", ClockRules.DECIDE_RETURN, ticket, now);
    }

    Mono<Deadline> coordination(HotlineTicket ticket, Instant now) {
        return start("HOT_COORDINATE", ClockRules.COORDINATE, ticket, now);
    }

    /** The whole period inside a date that was set to one of the tickets merged into it. */
    Mono<Deadline> inside(HotlineTicket ticket, Instant outerDueAt, Instant since) {
        return profiles.rulesOf(ClockRules.classOf(ticket))
                .flatMap(rules -> deadlines.inside(
                        outerDueAt,
                        ClockRules.handling(ticket, rules),
                        ticket.subjectType(),
                        ticket.id(),
                        ClockRules.HANDLE,
                        since));
    }

    /** By the rule, and never later than one working day inside the date the platform above has set. */
    private Mono<Deadline> whole(HotlineTicket ticket, ClassRules rules, Instant now) {
        return within(ticket.term().outerDueAt(), ClockRules.handling(ticket, rules), ticket, now);
    }

    /** A date set above that is past already bounds nothing any more: the unit that does it again has its period. */
    private Mono<Deadline> redo(HotlineTicket ticket, Instant now) {
        var outer = ticket.term().outerDueAt();
        return within(outer != null && outer.isAfter(now) ? outer : null, "HOT_REDO", ticket, now);
    }

    private Mono<Deadline> within(@Nullable Instant outer, String rule, HotlineTicket ticket, Instant now) {
        var own = start(rule, ClockRules.HANDLE, ticket, now);
        return outer == null
                ? own
                : own.zipWith(
                        deadlines.inside(outer, rule, ticket.subjectType(), ticket.id(), ClockRules.HANDLE, now),
                        TicketClocks::earlier);
    }

    private Flux<Deadline> others(
            HotlineTicket ticket, ClassRules rules, Deadline handle, Set<UUID> coUnits, Instant now) {
        var stage = start(rules.stageRule(), ClockRules.STAGE, ticket, now)
                .filter(due -> due.currentDueAt().isBefore(handle.currentDueAt()));
        var parts = Flux.fromIterable(coUnits)
                .concatMap(
                        unit -> deadlines.coFrom(handle, ticket.subjectType(), ticket.id(), PartStep.clock(unit), now));
        return start(rules.signRule(), ClockRules.SIGN_FOR, ticket, now)
                .concatWith(start(rules.contactRule(), ClockRules.CONTACT, ticket, now))
                .concatWith(ticket.handling().isPressing() ? Mono.empty() : stage)
                .concatWith(parts);
    }

    private Mono<Instant> returnWindow(HotlineTicket ticket, Instant now) {
        return start("HOT_RETURN", ClockRules.DECIDE_RETURN, ticket, now).map(Deadline::currentDueAt);
    }

    private Mono<Deadline> start(String rule, String step, HotlineTicket ticket, Instant from) {
        return deadlines.start(rule, ticket.subjectType(), ticket.id(), step, from);
    }

    private static Deadline earlier(Deadline own, Deadline inner) {
        return inner.currentDueAt().isBefore(own.currentDueAt()) ? inner : own;
    }
}
