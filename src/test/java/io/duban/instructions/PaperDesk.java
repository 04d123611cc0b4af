package io.duban.instructions;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Commands;
import io.duban.platform.commands.Outcome;
import io.duban.platform.identity.Access;
import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Post;
import io.duban.platform.identity.Reach;
import io.duban.platform.identity.Role;
import io.duban.platform.identity.Zone;
import io.duban.platform.web.Operation;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/** Stands for a module whose papers leaders write on: what it commands includes what the intake decides. */
record PaperDesk(Commands commands) {

    /** One command of that module, by this person, written as every command is. */
    void run(UUID person, Role role, Function<Command, Mono<Outcome<?>>> work) {
        var exchange = MockServerWebExchange.from(MockServerHttpRequest.post("/v1/papers/" + UUID.randomUUID())
                .header("Idempotency-Key", UUID.randomUUID().toString()));
        exchange.getAttributes().put(Access.class.getName(), access(person, role));
        commands.execute(
                        exchange,
                        "",
                        String.class,
                        command -> work.apply(command)
                                .map(part -> Outcome.about(new PaperWords(UUID.randomUUID(), java.util.List.of()))
                                        .including(part)),
                        (paper, command) -> ResponseEntity.ok(""))
                .block();
    }

    private static Access access(UUID person, Role role) {
        var unit = UUID.fromString("01900000-0000-7000-8000-000000000101");
        var officer = new Officer(
                person,
                "某人",
                unit,
                Set.of(new Post(role, unit)),
                Set.of(),
                "duban-phone",
                false,
                Set.of("office"),
                null);
        var operation = new Operation(
                "test",
                HttpMethod.POST,
                PathPatternParser.defaultInstance.parse("/v1/papers/{id}"),
                "doc:read",
                Set.of(),
                false,
                false);
        var all = new Zone(true, Set.of(), Set.of());
        return new Access(officer, operation, new Reach(all, new Zone(false, Set.of(), Set.of())));
    }
}
