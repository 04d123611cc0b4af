package io.duban.platform.realtime;

import io.duban.contract.EventBatchDto;
import io.duban.contract.EventTicketDto;
import io.duban.contract.EventsApi;
import io.duban.contract.StreamNameDto;
import io.duban.platform.identity.Access;
import io.duban.platform.identity.OfficerToken;
import io.duban.platform.web.Times;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The stream, the same by polling, and tickets. */
@RestController
class EventController implements EventsApi {

    private static final MediaType STREAM = new MediaType(MediaType.TEXT_EVENT_STREAM, StandardCharsets.UTF_8);
    private static final String NO_STORE = "no-store";
    // A proxy that compresses a stream collects events, and keeps a quarter of a megabyte for each phone.
    private static final String AS_IT_IS = "no-store, no-transform";

    private final LiveStreams streams;
    private final Resumption resumption;
    private final EventSync sync;
    private final EventTickets tickets;
    private final Times times;

    EventController(LiveStreams streams, Resumption resumption, EventSync sync, EventTickets tickets, Times times) {
        this.streams = streams;
        this.resumption = resumption;
        this.sync = sync;
        this.tickets = tickets;
        this.times = times;
    }

    @Override
    public Mono<Void> streamEvents(
            List<StreamNameDto> names,
            @Nullable String since,
            @Nullable String ticket,
            @Nullable String lastEventId,
            ServerWebExchange exchange) {
        var start = lastEventId == null || lastEventId.isEmpty()
                ? resumption.from(since, "since")
                : resumption.from(lastEventId, "Last-Event-ID");
        return Mono.zip(token(exchange), start, (token, from) -> {
                    var response = exchange.getResponse();
                    response.getHeaders().setContentType(STREAM);
                    response.getHeaders().setCacheControl(AS_IT_IS);
                    // nginx would collect events until its buffer is full.
                    response.getHeaders().set("X-Accel-Buffering", "no");
                    return streams.open(response, token, Set.copyOf(names), from);
                })
                .flatMap(stream -> stream);
    }

    @Override
    public Mono<ResponseEntity<EventBatchDto>> syncEvents(
            List<StreamNameDto> names, @Nullable String since, Integer limit, ServerWebExchange exchange) {
        var officer = Access.of(exchange).officer();
        var batch =
                since == null || since.isEmpty() ? sync.now() : sync.after(since, Set.copyOf(names), limit, officer);
        return batch.map(found ->
                ResponseEntity.ok().header(HttpHeaders.CACHE_CONTROL, NO_STORE).body(found));
    }

    @Override
    public Mono<ResponseEntity<EventTicketDto>> createEventTicket(ServerWebExchange exchange) {
        return token(exchange)
                .flatMap(tickets::issue)
                .map(ticket -> ResponseEntity.status(HttpStatus.CREATED)
                        .header(HttpHeaders.CACHE_CONTROL, NO_STORE)
                        .body(new EventTicketDto(ticket.text(), times.toContract(ticket.expiresAt()))));
    }

    private static Mono<OfficerToken> token(ServerWebExchange exchange) {
        return exchange.getPrincipal().cast(OfficerToken.class);
    }
}
