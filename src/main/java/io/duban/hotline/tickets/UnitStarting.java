package io.duban.hotline.tickets;

import static io.duban.platform.identity.Role.*;

import io.duban.platform.calendar.Deadline;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Event;
import io.duban.platform.events.Priority;
import io.duban.platform.todos.Assignee;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Hands a ticket to its units: the first time, in the place of one that returned it, or after a coordination. */
@Component
class UnitStarting {

    private final DispatchRules rules;
    private final TicketClocks clocks;
    private final RunningClocks running;
    private final LowerUnits lowerUnits;

    UnitStarting(DispatchRules rules, TicketClocks clocks, RunningClocks running, LowerUnits lowerUnits) {
        this.rules = rules;
        this.clocks = clocks;
        this.running = running;
        this.lowerUnits = lowerUnits;
    }

    /**
     * What a ticket is begun with at its units.
     *
     * @param staying co units that go on with what they have
     * @param running the clocks that run until then
     * @param district who in the district hears of it, when it goes straight to a subdistrict
     */
    record Start(
            HotlineTicket before,
            DispatchOrder order,
            Set<UUID> staying,
            DispatchClocks clocks,
            Set<String> running,
            Set<UUID> district,
            Instant now) {

        /** The ticket at its new units; whoever handled it before reads it no more. */
        HotlineTicket on(TicketEdit edit, Returning returning) {
            return edit.without(before.handling().handlerId())
                    .handling(before.handling()
                            .dispatched(order.hostUnitId(), order.coUnitIds(), order.instruction(), now))
                    .term(before.term().running(clocks.handle()))
                    .returning(returning)
                    .done();
        }

        /** Its row, the clocks that end and those that start, the receipt on the liaison's desk; the caller says what happened. */
        Outcome<HotlineTicket> outcome(HotlineTicket after) {
            var host = order.hostUnitId();
            var outcome = Outcome.changed(after);
            running.stream()
                    .filter(step -> staying.stream().map(PartStep::clock).noneMatch(step::equals))
                    .forEach(step -> outcome.satisfying(step, now));
            formerCoUnits().forEach(unit -> outcome.closingAt(PartStep.TODO, unit));
            outcome.starting(clocks.handle(), TicketAlarms.handle(host))
                    .opening("SIGN_FOR", Assignee.holdersAt(Set.of(host), UNIT_LIAISON), clocks.signBy());
            clocks.others().forEach(clock -> begin(clock, outcome));
            if (!district.isEmpty()) {
                outcome.announcing(
                        Event.of("copiedToDistrict", Priority.INFO, after, now).to(district));
            }
            return outcome;
        }

        /** Units that have no part in it any more. */
        Set<UUID> left() {
            var left = new HashSet<>(before.handling().units());
            left.removeAll(order.units());
            return left;
        }

        private Set<UUID> formerCoUnits() {
            var former = new HashSet<>(before.handling().coUnitIds());
            former.removeAll(order.coUnitIds());
            return former;
        }

        private void begin(Deadline clock, Outcome<HotlineTicket> outcome) {
            switch (clock.step()) {
                case ClockRules.SIGN_FOR -> outcome.starting(clock, TicketAlarms.signFor(order.hostUnitId()));
                case ClockRules.STAGE -> outcome.starting(clock, TicketAlarms.stage(order.hostUnitId()));
                case ClockRules.CONTACT -> outcome.starting(clock);
                default -> beginPart(PartStep.unitOf(clock.step()), clock, outcome);
            }
        }

        private static void beginPart(UUID unit, Deadline clock, Outcome<HotlineTicket> outcome) {
            outcome.starting(clock, TicketAlarms.part(unit))
                    .opening(PartStep.TODO, PartStep.desksOf(unit), clock.currentDueAt());
        }
    }

    /**
     * @param staying co units that have it already and go on
     * @throws io.duban.platform.problem.Refusal as {@link DispatchRules#require}
     */
    Mono<Start> start(HotlineTicket before, DispatchOrder order, Set<UUID> staying, Instant now) {
        var joining = new HashSet<>(order.coUnitIds());
        joining.removeAll(staying);
        return rules.require(before, order)
                .then(Mono.defer(() -> clocks.ofDispatch(before, joining, now)))
                .flatMap(started -> begun(before, order, staying, started, now));
    }

    /** As {@link #start}, when it is done again: every unit begins anew, under the clocks of a redo. */
    Mono<Start> startAgain(HotlineTicket before, DispatchOrder order, Instant now) {
        return rules.require(before, order)
                .then(Mono.defer(() -> clocks.ofRedo(before, order.coUnitIds(), now)))
                .flatMap(started -> begun(before, order, Set.of(), started, now));
    }

    private Mono<Start> begun(
            HotlineTicket before, DispatchOrder order, Set<UUID> staying, DispatchClocks started, Instant now) {
        return running.of(before.id())
                .map(Map::keySet)
                .flatMap(steps -> lowerUnits
                        .districtOf(order.hostUnitId())
                        .map(district -> new Start(before, order, staying, started, steps, district, now)));
    }
}
