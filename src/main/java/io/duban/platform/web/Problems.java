package io.duban.platform.web;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Problem details (RFC 9457) for every refusal, wherever in the chain it happens: one place decides HTTP. */
@Component
public class Problems {

    private static final int SOONEST_RETRY_SECONDS = 1;
    private static final int LATEST_RETRY_SECONDS = 4;

    private final JsonMapper json;
    private final List<RefusalWitness> witnesses;

    Problems(JsonMapper json, List<RefusalWitness> witnesses) {
        this.json = json;
        this.witnesses = witnesses;
    }

    /** The refusal as a problem in the reader's language. */
    private ProblemDetail toProblem(Refusal refusal, ServerWebExchange exchange) {
        var status = status(refusal.code().kind());
        var problem = ProblemDetail.forStatusAndDetail(
                status, refusal.reason(exchange.getLocaleContext().getLocale()));
        problem.setType(URI.create("/problems/" + refusal.code().name()));
        problem.setTitle(status instanceof HttpStatus known ? known.getReasonPhrase() : "Checksum Mismatch");
        problem.setInstance(URI.create(exchange.getRequest().getURI().getRawPath()));
        problem.setProperty("code", publicName(refusal.code()));
        problem.setProperty("traceId", exchange.getRequest().getId());
        if (!refusal.legalActions().isEmpty()) {
            problem.setProperty("legalActions", refusal.legalActions());
        }
        if (!refusal.flaws().isEmpty()) {
            problem.setProperty(
                    "errors",
                    refusal.flaws().stream()
                            .map(flaw -> Map.of(
                                    "pointer", flaw.pointer(),
                                    "code", publicName(refusal.code()),
                                    "detail",
                                            flaw.reason(
                                                    exchange.getLocaleContext().getLocale())))
                            .toList());
        }
        return problem;
    }

    /** Headers that go with the refusal: the current ETag of a 412, when to come again of a 429 or 503. */
    private static HttpHeaders headers(Refusal refusal) {
        var headers = new HttpHeaders();
        headers.setCacheControl("no-store");
        if (refusal.currentVersion() != null) {
            headers.setETag("\"" + refusal.currentVersion() + "\"");
        }
        switch (refusal.code().kind()) {
            case TOO_OFTEN, UNAVAILABLE -> headers.set(HttpHeaders.RETRY_AFTER, retryAfter(refusal));
            case UNAUTHENTICATED -> headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            default -> {
                // the body says it all
            }
        }
        return headers;
    }

    /** What the refusal says itself; else spread out, so that those who were refused together do not come back together. */
    private static String retryAfter(Refusal refusal) {
        return Long.toString(
                refusal.retryAfter() == null
                        ? ThreadLocalRandom.current().nextInt(SOONEST_RETRY_SECONDS, LATEST_RETRY_SECONDS + 1)
                        : refusal.retryAfter().plusMillis(999).toSeconds());
    }

    /**
     * What a fault is told as, for a door that has a form of its own for it; whoever must see refusals has seen it.
     *
     * @return never an error
     */
    public Mono<Refusal> told(Throwable fault, ServerWebExchange exchange) {
        var refusal = Faults.toRefusal(fault);
        return Flux.fromIterable(witnesses)
                .concatMap(witness -> witness.sees(refusal, exchange))
                .then(Mono.just(refusal));
    }

    /** Writes the refusal as the whole answer, whatever was accepted: a reason is always given. */
    public Mono<Void> write(Refusal refusal, ServerWebExchange exchange) {
        return Flux.fromIterable(witnesses)
                .concatMap(witness -> witness.sees(refusal, exchange))
                .then(Mono.defer(() -> write(refusal, toProblem(refusal, exchange), exchange)));
    }

    /** The same with several fields at fault. */
    Mono<Void> write(Refusal refusal, List<Map<String, String>> errors, ServerWebExchange exchange) {
        var problem = toProblem(refusal, exchange);
        problem.setProperty("errors", errors);
        return write(refusal, problem, exchange);
    }

    private Mono<Void> write(Refusal refusal, ProblemDetail problem, ServerWebExchange exchange) {
        var response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.error(refusal);
        }
        response.setRawStatusCode(problem.getStatus());
        headers(refusal).forEach((name, values) -> response.getHeaders().put(name, values));
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(json.writeValueAsBytes(problem))));
    }

    /** The specification has one name for both conflicts of a key; only their HTTP status differs. */
    private static String publicName(RefusalCode code) {
        return code == RefusalCode.E_WEB_KEY_REUSED ? RefusalCode.E_GEN_IDEMPOTENCY_CONFLICT.name() : code.name();
    }

    /** The HTTP status of a kind of refusal. */
    public static HttpStatusCode status(RefusalCode.Kind kind) {
        return switch (kind) {
            case MALFORMED -> HttpStatus.BAD_REQUEST;
            case UNAUTHENTICATED -> HttpStatus.UNAUTHORIZED;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case ABSENT -> HttpStatus.NOT_FOUND;
            case METHOD_NOT_ALLOWED -> HttpStatus.METHOD_NOT_ALLOWED;
            case NOT_ACCEPTABLE -> HttpStatus.NOT_ACCEPTABLE;
            case CONFLICT -> HttpStatus.CONFLICT;
            case STALE -> HttpStatus.PRECONDITION_FAILED;
            // Of tus, not of HTTP: no other status says that the bytes were damaged on their way.
            case DAMAGED -> HttpStatusCode.valueOf(460);
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case UNSUPPORTED_MEDIA_TYPE -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
            case BROKEN_RULE -> HttpStatus.UNPROCESSABLE_CONTENT;
            case PRECONDITION_REQUIRED -> HttpStatus.PRECONDITION_REQUIRED;
            case TOO_OFTEN -> HttpStatus.TOO_MANY_REQUESTS;
            case FAULT -> HttpStatus.INTERNAL_SERVER_ERROR;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
            case STORAGE_FULL -> HttpStatus.INSUFFICIENT_STORAGE;
        };
    }
}
