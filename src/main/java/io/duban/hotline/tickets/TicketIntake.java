package io.duban.hotline.tickets;

import static io.duban.platform.identity.Role.HOTLINE_DISPATCHER;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.calendar.Deadlines;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.platform.todos.Assignee;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Taking a demand in (受理), from our own agents or from a partner's system, each source and version once. */
@Component
class TicketIntake {

    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneId.of("Asia/Shanghai"));

    private final HotlineTickets tickets;
    private final WrongdoingReports reports;
    private final Deadlines deadlines;

    TicketIntake(HotlineTickets tickets, WrongdoingReports reports, Deadlines deadlines) {
        this.tickets = tickets;
        this.reports = reports;
        this.deadlines = deadlines;
    }

    /** What came in. */
    record Acceptance(Source source, Demand demand, Citizen citizen, Reported reported) {}

    Mono<Outcome<HotlineTicket>> accept(Acceptance acceptance, Command command) {
        if (acceptance.demand().receivedAt().isAfter(command.now().plus(CLOCK_SKEW))) {
            throw Refusal.invalid("/receivedAt", "来电时间不能晚于现在。", "The call cannot lie in the future.");
        }
        acceptance.reported().requireReport(acceptance.demand());
        return acceptedBefore(acceptance.source(), command)
                .switchIfEmpty(Mono.defer(() -> register(acceptance, command)));
    }

    private Mono<Outcome<HotlineTicket>> acceptedBefore(Source source, Command command) {
        requireOwnSource(source, command);
        if (source.sourceSystem() == null) {
            return Mono.empty();
        }
        return tickets.findBySourceSystemAndSourceIdAndSourceVersion(
                        source.sourceSystem(), source.sourceId(), source.sourceVersion())
                .doOnNext(ticket -> requireSameContent(ticket.source(), source))
                .map(Outcome::unchanged);
    }

    private Mono<Outcome<HotlineTicket>> register(Acceptance acceptance, Command command) {
        return tickets.nextNumber()
                .map(number -> "RX%s%06d".formatted(DAY.format(command.now()), number))
                .map(number -> HotlineTicket.received(
                        UuidCreator.getTimeOrderedEpoch(),
                        number,
                        acceptance.source(),
                        acceptance.demand(),
                        acceptance.citizen(),
                        acceptance.reported().keptFrom(command.officer().id()),
                        command.now()))
                .flatMap(this::outcome)
                .map(outcome -> reports.filed(outcome, acceptance.citizen(), acceptance.reported(), command));
    }

    private Mono<Outcome<HotlineTicket>> outcome(HotlineTicket ticket) {
        return deadlines
                .start("HOT_DISPATCH_ORD", ticket.subjectType(), ticket.id(), ClockRules.DISPATCH, ticket.acceptedAt())
                .map(due -> Outcome.created(ticket)
                        .starting(due)
                        .opening("CLASSIFY", Assignee.holders(HOTLINE_DISPATCHER), due.currentDueAt())
                        .announcing("received", Priority.ACTION, ticket.acceptedAt()));
    }

    /** A partner speaks for its own system only, and always names source, id and version. */
    private static void requireOwnSource(Source source, Command command) {
        var own = command.officer().sourceSystem();
        if (own != null && !own.equals(source.sourceSystem())) {
            throw Refusal.invalid(
                    "/sourceSystem",
                    "sourceSystem 须为贵方系统的标识 %s。".formatted(own),
                    "sourceSystem must be your own, %s.".formatted(own));
        }
        if (own == null && source.sourceSystem() != null) {
            throw Refusal.invalid(
                    "/sourceSystem", "只有对接系统可以填写 sourceSystem。", "Only a partner's own system names its source.");
        }
        if (source.sourceSystem() != null && (source.sourceId() == null || source.sourceVersion() == null)) {
            throw Refusal.invalid(
                    "/sourceId",
                    "sourceSystem、sourceId、sourceVersion 须同时提供。",
                    "sourceSystem, sourceId and sourceVersion go together.");
        }
    }

    private static void requireSameContent(Source first, Source now) {
        if (!MessageDigest.isEqual(first.sourceHash(), now.sourceHash())) {
            throw Refusal.of(
                    RefusalCode.E_GEN_IDEMPOTENCY_CONFLICT,
                    "同一来源编号和版本已受理过不同的内容;内容有变请提高 sourceVersion。",
                    "Other content was accepted under this source id and version; raise sourceVersion for a change.");
        }
    }
}
