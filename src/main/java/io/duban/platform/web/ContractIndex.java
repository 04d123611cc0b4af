package io.duban.platform.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPatternParser;
import org.yaml.snakeyaml.Yaml;

/**
 * The published contract, read once at start: which operation a request means, what it may carry and which permission it needs.
 * Refuses to start when an operation has no {@code x-authz}, so that no door is open by forgetting.
 */
@Component
public class ContractIndex {

    /** Where every operation of the contract is served. */
    public static final String PREFIX = "/v1";

    /** The security scheme of a delegate, as the contract names it. */
    private static final String ON_BEHALF = "onBehalfOf";

    private static final Set<String> METHODS = Set.of("get", "head", "options", "post", "put", "patch", "delete");

    private final List<Operation> operations;
    private final Doors<Operation> byDoor = new Doors<>();

    ContractIndex() {
        this.operations = read(new ClassPathResource("static/openapi.yaml"));
        operations.forEach(operation -> byDoor.add(operation.method(), operation.path(), operation));
    }

    public List<Operation> operations() {
        return operations;
    }

    /** The operation a request means; empty for an unknown route or method. HEAD means what GET means, where it is no operation of its own. */
    public Optional<Operation> find(ServerHttpRequest request) {
        PathContainer path = request.getPath().pathWithinApplication();
        return request.getMethod() == HttpMethod.HEAD
                ? find(HttpMethod.HEAD, path).or(() -> find(HttpMethod.GET, path))
                : find(request.getMethod(), path);
    }

    private Optional<Operation> find(HttpMethod method, PathContainer path) {
        return byDoor.behind(method, path).stream()
                .filter(operation -> operation.path().matches(path))
                .min((one, other) -> one.path().compareTo(other.path()));
    }

    private static List<Operation> read(ClassPathResource bundle) {
        try (var in = bundle.getInputStream()) {
            Map<String, Object> contract = new Yaml().load(in);
            var all = new ArrayList<Operation>();
            node(contract, "paths")
                    .forEach((path, item) -> operationsOf(path, asNode(item)).forEach(all::add));
            return List.copyOf(all);
        } catch (IOException e) {
            throw new UncheckedIOException("the bundled contract is not on the class path", e);
        }
    }

    private static Stream<Operation> operationsOf(String path, Map<String, Object> item) {
        return item.entrySet().stream()
                .filter(entry -> METHODS.contains(entry.getKey()))
                .map(entry -> operation(entry.getKey(), path, asNode(entry.getValue())));
    }

    private static Operation operation(String method, String path, Map<String, Object> node) {
        var id = String.valueOf(node.get("operationId"));
        if (!(node.get("x-authz") instanceof String authz)) {
            throw new IllegalStateException("Operation " + id + " of the contract has no x-authz");
        }
        return new Operation(
                id,
                HttpMethod.valueOf(method.toUpperCase()),
                PathPatternParser.defaultInstance.parse(PREFIX + path),
                authz,
                queryParameters(node),
                isUpload(node),
                Boolean.TRUE.equals(node.get("x-event-stream")),
                isOnBehalf(node));
    }

    private static boolean isOnBehalf(Map<String, Object> node) {
        return node.get("security") instanceof List<?> ways
                && ways.stream().map(ContractIndex::asNode).anyMatch(way -> way.containsKey(ON_BEHALF));
    }

    private static boolean isUpload(Map<String, Object> node) {
        return node.get("requestBody") instanceof Map<?, ?> body
                && !asNode(body.get("content")).containsKey("application/json");
    }

    private static Set<String> queryParameters(Map<String, Object> node) {
        if (!(node.get("parameters") instanceof List<?> parameters)) {
            return Set.of();
        }
        return parameters.stream()
                .map(ContractIndex::asNode)
                .filter(parameter -> "query".equals(parameter.get("in")))
                .map(parameter -> String.valueOf(parameter.get("name")))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Map<String, Object> node(Map<String, Object> parent, String key) {
        return asNode(parent.get(key));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asNode(Object value) {
        return (Map<String, Object>) value;
    }
}
