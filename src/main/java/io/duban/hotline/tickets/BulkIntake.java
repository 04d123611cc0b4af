package io.duban.hotline.tickets;

import io.duban.contract.TicketAcceptanceDto;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.identity.Access;
import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Permissions;
import io.duban.platform.identity.Post;
import io.duban.platform.identity.Role;
import io.duban.platform.problem.Refusal;
import io.duban.platform.web.Operation;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/** Takes in one demand of many that came as a file, by the rules of one that comes alone. */
@Component
public class BulkIntake {

    private static final Operation ACCEPT = new Operation(
            "acceptHotlineTicket",
            HttpMethod.POST,
            PathPatternParser.defaultInstance.parse("/v1/hotline-tickets"),
            "ticket:create",
            Set.of(),
            false,
            false);
    private static final UUID NO_KEY = new UUID(0, 0);

    private final TicketIntake intake;
    private final AcceptanceReading reading;
    private final Permissions permissions;
    private final Validator validator;
    private final Clock clock;

    BulkIntake(
            TicketIntake intake, AcceptanceReading reading, Permissions permissions, Validator validator, Clock clock) {
        this.intake = intake;
        this.reading = reading;
        this.permissions = permissions;
        this.validator = validator;
        this.clock = clock;
    }

    /**
     * Who sent the file.
     *
     * @param personId follows the tickets, as a partner does those it sends one by one
     * @param sourceSystem the system the file speaks for
     */
    public record Sender(UUID personId, UUID unitId, String sourceSystem) {}

    /** The ticket of a demand; {@code wasThere} when this source, id and version had been accepted before. */
    public record Taken(UUID ticketId, String ticketNumber, boolean wasThere) {}

    /**
     * What is to be committed for one demand: the ticket, or nothing of it when it was there, and the row that says so.
     *
     * @param row made of what became of it
     * @return a {@link Refusal} as an error when the demand breaks a rule
     */
    public Mono<Outcome<?>> take(TicketAcceptanceDto demand, Sender sender, Function<Taken, Object> row) {
        return Mono.defer(() -> {
            requireValid(demand);
            var command = command(sender);
            return intake.accept(reading.acceptance(demand), command).map(outcome -> {
                var ticket = outcome.subject();
                var wasThere = !ticket.acceptedAt().equals(command.now());
                return outcome.inserting(row.apply(new Taken(ticket.id(), ticket.ticketNumber(), wasThere)));
            });
        });
    }

    private Command command(Sender sender) {
        var officer = new Officer(
                sender.personId(),
                sender.sourceSystem(),
                sender.unitId(),
                Set.of(new Post(Role.INTEGRATION_CLIENT, sender.unitId())),
                Set.of(),
                sender.sourceSystem(),
                false,
                Set.of(ACCEPT.authz()),
                sender.sourceSystem());
        return new Command(
                new Access(officer, ACCEPT, permissions.reach(officer, ACCEPT.authz())),
                NO_KEY,
                new byte[0],
                0,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                null);
    }

    /** What the web asks of a demand that comes alone. */
    private void requireValid(TicketAcceptanceDto demand) {
        validator.validate(demand).stream()
                .min(Comparator.comparing(
                        violation -> violation.getPropertyPath().toString()))
                .ifPresent(violation -> {
                    throw invalid(violation);
                });
    }

    private static Refusal invalid(ConstraintViolation<?> violation) {
        var pointer = "/" + violation.getPropertyPath().toString().replace('.', '/');
        return Refusal.invalid(
                pointer, "%s 不符合要求。".formatted(pointer), "%s is not as the contract asks.".formatted(pointer));
    }
}
