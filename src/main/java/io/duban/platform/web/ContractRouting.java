package io.duban.platform.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Finds the controller of a request among the few whose path can be meant. Spring asks each of hundreds of mappings in turn, which cost a tenth of a read;
 * what is not found here is left to it, with all its ways to say why not.
 */
final class ContractRouting extends RequestMappingHandlerMapping {

    private final Doors<Mapped> doors = new Doors<>();

    private record Mapped(RequestMappingInfo mapping, HandlerMethod controller) {}

    @Override
    protected void handlerMethodsInitialized(Map<RequestMappingInfo, HandlerMethod> controllers) {
        super.handlerMethodsInitialized(controllers);
        controllers.forEach((mapping, controller) -> mapping.getMethodsCondition()
                .getMethods()
                .forEach(method -> mapping.getPatternsCondition().getPatterns().stream()
                        .filter(ContractRouting::isOfContract)
                        .forEach(pattern ->
                                doors.add(method.asHttpMethod(), pattern, new Mapped(mapping, controller)))));
    }

    private static boolean isOfContract(PathPattern pattern) {
        return pattern.getPatternString().startsWith(ContractIndex.PREFIX + "/");
    }

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(ServerWebExchange exchange) throws Exception {
        var asked = exchange.getRequest().getMethod();
        var method = asked == HttpMethod.HEAD ? HttpMethod.GET : asked;
        var path = exchange.getRequest().getPath().pathWithinApplication();
        @Nullable RequestMappingInfo best = null;
        @Nullable HandlerMethod controller = null;
        var comparator = getMappingComparator(exchange);
        for (var mapped : doors.behind(method, path)) {
            var matching = getMatchingMapping(mapped.mapping, exchange);
            if (matching != null && (best == null || comparator.compare(matching, best) < 0)) {
                best = matching;
                controller = mapped.controller;
            }
        }
        if (best == null || controller == null || asked == HttpMethod.HEAD) {
            return super.lookupHandlerMethod(exchange);
        }
        exchange.getAttributes().put(BEST_MATCHING_HANDLER_ATTRIBUTE, controller);
        handleMatch(best, controller, exchange);
        return controller;
    }
}
