package io.duban.hotline.tickets;

import static io.duban.platform.identity.Role.OFFICE_DIRECTOR;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.identity.Directory;
import io.duban.platform.identity.Recusal;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.supervision.SupervisionIntake;
import io.duban.supervision.SupervisionIntake.StuckTicket;
import io.duban.supervision.Urgency;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A ticket that the hotline cannot bring to an end by itself becomes the draft of a supervision matter for the office director (domain 2.5 T20, T25). */
@Component
class StuckTickets {

    private final Directory directory;

    StuckTickets(Directory directory) {
        this.directory = directory;
    }

    /** What a ticket was escalated to; a part of the ticket's own outcome, which has the link back. */
    record Escalated(Outcome<?> part) {

        UUID id() {
            return part.subject().id();
        }

        Outcome<HotlineTicket> addTo(Outcome<HotlineTicket> outcome, Instant now) {
            return outcome.including(part).announcing("escalated", Priority.INFO, now);
        }
    }

    /**
     * @param words what is to be done and why, without personal data
     * @throws Refusal {@code E_SUP_DUPLICATE} when the ticket is a matter already
     */
    Mono<Escalated> matter(HotlineTicket ticket, String words, Urgency urgency, Command command) {
        if (ticket.lineage().matterId() != null) {
            return Mono.error(Refusal.of(
                    RefusalCode.E_SUP_DUPLICATE, "该工单已转为督查事项。", "This ticket is a supervision matter already."));
        }
        return director(ticket, command)
                .map(director -> new StuckTicket(
                        ticket.id(),
                        ticket.ticketNumber(),
                        director.orElse(null),
                        drafter(director, command),
                        words,
                        ticket.title(),
                        hosts(ticket),
                        urgency,
                        Recusal.among(ticket.participantIds())))
                .map(stuck -> new Escalated(SupervisionIntake.draft(stuck, command.now())));
    }

    /** A director who is reported himself is not asked to see to it. */
    private Mono<Optional<UUID>> director(HotlineTicket ticket, Command command) {
        return command.officer().has(OFFICE_DIRECTOR)
                ? Mono.just(Optional.of(command.officer().id()))
                : directory
                        .holdersOf(OFFICE_DIRECTOR)
                        .map(all -> all.stream()
                                .filter(one -> Collections.disjoint(Recusal.of(Set.of(one)), ticket.participantIds()))
                                .min(Comparator.naturalOrder()));
    }

    private static @Nullable UUID drafter(Optional<UUID> director, Command command) {
        var by = command.officer().id();
        return director.filter(by::equals).isPresent() ? null : by;
    }

    private static Set<UUID> hosts(HotlineTicket ticket) {
        var host = ticket.handling().hostUnitId();
        return host == null ? Set.of() : Set.of(host);
    }
}
