package io.duban.hotline.open311;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.platform.web.Problems;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every request of the standard passes here: how often, which jurisdiction, whose key; and every answer leaves here, a fault in the standard's form. No
 * bearer token opens it and no session; what is not in its table is not there.
 */
@Component
class Open311Door {

    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final int LONGEST_FORM = 64 * 1024;

    private final RequestLimit limit;
    private final Jurisdictions jurisdictions;
    private final PartnerKeys keys;
    private final Open311Desk desk;
    private final Problems problems;
    private final JsonMapper json;

    Open311Door(
            RequestLimit limit,
            Jurisdictions jurisdictions,
            PartnerKeys keys,
            Open311Desk desk,
            Problems problems,
            JsonMapper json) {
        this.limit = limit;
        this.jurisdictions = jurisdictions;
        this.keys = keys;
        this.desk = desk;
        this.problems = problems;
        this.json = json;
    }

    Mono<ServerResponse> open(ServerRequest request) {
        var exchange = request.exchange();
        var asked = Asked.of(
                request.requestPath().pathWithinApplication(), request.headers().firstHeader(HttpHeaders.ACCEPT));
        return Mono.defer(() -> answer(asked, exchange))
                .timeout(DEADLINE)
                .onErrorResume(fault -> problems.told(fault, exchange).map(refusal -> told(refusal, exchange)))
                .flatMap(answer -> write(answer, asked.format(), request.method()));
    }

    private Mono<Answer> answer(Asked asked, ServerWebExchange exchange) {
        var method = exchange.getRequest().getMethod();
        if (!limit.admits(address(exchange))) {
            return Mono.just(Answer.fault(429, "请求过于频繁,请稍后再试。 Too many requests; try again in a minute."));
        }
        var resource = asked.resource();
        if (resource == null) {
            return Mono.error(Refusal.notFound());
        }
        if (!resource.takes(method)) {
            return Mono.error(Refusal.of(
                    RefusalCode.E_WEB_METHOD_NOT_ALLOWED, "该地址不支持此方法。", "This address does not take this method."));
        }
        var query = exchange.getRequest().getURI().getRawQuery();
        return method == HttpMethod.POST
                ? form(exchange).flatMap(form -> post(resource, Parameters.of(query, form), exchange))
                : get(resource, asked.id(), Parameters.of(query, ""));
    }

    private Mono<Answer> get(Asked.Resource resource, String id, Parameters said) {
        var jurisdiction = jurisdictions.of(said);
        return said.text("api_key")
                .map(key -> keys.require(key).map(partner -> new Visible(jurisdiction, partner)))
                .orElseGet(() -> Mono.just(new Visible(jurisdiction, null)))
                .flatMap(visible -> desk.read(resource, id, said, visible));
    }

    private Mono<Answer> post(Asked.Resource resource, Parameters said, ServerWebExchange exchange) {
        var jurisdiction = jurisdictions.of(said);
        return Mono.justOrEmpty(said.text("api_key"))
                .switchIfEmpty(Mono.error(
                        () -> Refusal.of(RefusalCode.E_GEN_SCOPE, "缺少 api_key。", "The api_key was not provided.")))
                .flatMap(keys::require)
                .flatMap(partner -> desk.take(resource, said, jurisdiction, partner, exchange));
    }

    private static Mono<String> form(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        var type = Optional.ofNullable(contentType(request.getHeaders())).orElse(MediaType.APPLICATION_FORM_URLENCODED);
        if (!type.isCompatibleWith(MediaType.APPLICATION_FORM_URLENCODED)) {
            return Mono.error(Refusal.of(
                    RefusalCode.E_WEB_UNSUPPORTED_MEDIA_TYPE,
                    "请以 application/x-www-form-urlencoded 提交。",
                    "Post application/x-www-form-urlencoded."));
        }
        return DataBufferUtils.join(request.getBody(), LONGEST_FORM)
                .map(buffer -> {
                    var bytes = new byte[buffer.readableByteCount()];
                    buffer.read(bytes);
                    DataBufferUtils.release(buffer);
                    return Parameters.utf8(bytes);
                })
                .defaultIfEmpty("");
    }

    private static @Nullable MediaType contentType(HttpHeaders headers) {
        try {
            return headers.getContentType();
        } catch (InvalidMediaTypeException e) {
            return MediaType.APPLICATION_OCTET_STREAM;
        }
    }

    /** The standard has fewer kinds of faults than we have: a bad key is 403, and what else is wrong with a request is 400. */
    private static Answer told(Refusal refusal, ServerWebExchange exchange) {
        var status = Problems.status(refusal.code().kind()).value();
        var known = switch (status) {
            case 401 -> 403;
            case 403, 404, 405, 413, 415, 429 -> status;
            default -> status < 500 ? 400 : status;
        };
        return Answer.fault(known, refusal.reason(exchange.getLocaleContext().getLocale()));
    }

    private Mono<ServerResponse> write(Answer answer, Format format, HttpMethod method) {
        var response = ServerResponse.status(answer.status()).contentType(format.type());
        if (method != HttpMethod.POST) {
            response.header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        }
        if (answer.status() == 429 || answer.status() == 503) {
            response.header(HttpHeaders.RETRY_AFTER, "60");
        }
        return response.bodyValue(format.write(answer, json));
    }

    private static String address(ServerWebExchange exchange) {
        var remote = exchange.getRequest().getRemoteAddress();
        return remote == null || remote.getAddress() == null
                ? ""
                : remote.getAddress().getHostAddress();
    }
}
