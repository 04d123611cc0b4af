package io.duban.platform.uploads;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.platform.web.ContractIndex;
import io.duban.platform.web.Problems;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/**
 * What tus asks of every request and answer below {@code /uploads}: the version both ways, and methods for clients that have only POST, such as
 * Java's own {@code HttpURLConnection}. Comes before the contract is asked which operation a request means.
 */
@Component
class TusRequests implements WebFilter, Ordered {

    static final String VERSION = "1.0.0";
    static final String UPLOADS = ContractIndex.PREFIX + "/uploads";

    /** Words are compared decoded, as the operations themselves are found. */
    private static final PathPattern BELOW = PathPatternParser.defaultInstance.parse(UPLOADS + "/**");

    private static final String TUS_RESUMABLE = "Tus-Resumable";
    private static final Set<String> OVERRIDES = Set.of(HttpMethod.PATCH.name(), HttpMethod.DELETE.name());

    private final Problems problems;

    TusRequests(Problems problems) {
        this.problems = problems;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!BELOW.matches(exchange.getRequest().getPath().pathWithinApplication())) {
            return chain.filter(exchange);
        }
        if (exchange.getRequest().getMethod() == HttpMethod.OPTIONS) {
            return chain.filter(exchange);
        }
        exchange.getResponse().getHeaders().set(TUS_RESUMABLE, VERSION);
        if (!VERSION.equals(exchange.getRequest().getHeaders().getFirst(TUS_RESUMABLE))) {
            exchange.getResponse().getHeaders().set("Tus-Version", VERSION);
            return problems.write(otherVersion(), exchange);
        }
        return chain.filter(meant(exchange));
    }

    private static ServerWebExchange meant(ServerWebExchange exchange) {
        var override = exchange.getRequest().getHeaders().getFirst("X-HTTP-Method-Override");
        if (exchange.getRequest().getMethod() != HttpMethod.POST || override == null || !OVERRIDES.contains(override)) {
            return exchange;
        }
        return exchange.mutate()
                .request(request -> request.method(HttpMethod.valueOf(override)))
                .build();
    }

    private static Refusal otherVersion() {
        return Refusal.of(
                RefusalCode.E_WEB_UPLOAD_VERSION, "上传协议版本不符,请更新应用。", "Tus-Resumable takes 1.0.0; update the app.");
    }
}
