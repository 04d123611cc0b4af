package io.duban.supervision.notices;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Commands;
import io.duban.platform.commands.Outcome;
import io.duban.platform.identity.Access;
import io.duban.platform.web.Versions;
import java.net.URI;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Runs a command about a paper and answers with the paper as its officer sees it; what is new has an address. */
@Component
class PaperAnswers {

    private final Commands commands;

    PaperAnswers(Commands commands) {
        this.commands = commands;
    }

    /**
     * How one kind of paper is shown.
     *
     * @param address the collection it is in, such as {@code /v1/chase-letters/}
     */
    record Shown<P extends SupervisionPaper, D>(String address, Class<D> type, BiFunction<P, Access, D> view) {

        ResponseEntity<D> existing(P paper, Access access) {
            return ResponseEntity.ok().eTag(Versions.etag(paper.version())).body(view.apply(paper, access));
        }

        ResponseEntity<D> answer(P paper, Command command) {
            return paper.version() == 1
                    ? ResponseEntity.created(URI.create(address + paper.id()))
                            .eTag(Versions.etag(1))
                            .body(view.apply(paper, command.access()))
                    : existing(paper, command.access());
        }
    }

    <P extends SupervisionPaper, D> Mono<ResponseEntity<D>> execute(
            Shown<P, D> shown, ServerWebExchange exchange, Object body, Function<Command, Mono<Outcome<P>>> step) {
        return commands.execute(exchange, body, shown.type(), step, shown::answer);
    }
}
