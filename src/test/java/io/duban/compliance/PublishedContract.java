package io.duban.compliance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** The contract as a tree, with everything in it that has a name and everything that is said in prose. */
final class PublishedContract {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final Map<String, Object> root;
    private final List<Named> identifiers = new ArrayList<>();
    private final List<Named> prose = new ArrayList<>();

    private PublishedContract(Map<String, Object> root) {
        this.root = root;
        collect(root, "");
    }

    /** A name, or a sentence, and where it stands: {@code FieldInspection.position}. */
    record Named(String where, String text) {}

    /** One operation; {@code node} is what the contract says of it. */
    record Operation(String method, String path, Map<String, Object> node) {

        String id() {
            return String.valueOf(node.get("operationId"));
        }

        String authz() {
            return String.valueOf(node.get("x-authz"));
        }
    }

    /** The bundle that is served. */
    static PublishedContract served() {
        try {
            return of(Files.readString(Path.of("target/bundle/static/openapi.yaml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PublishedContract of(String yaml) {
        return new PublishedContract(new Yaml().load(yaml));
    }

    List<Named> identifiers() {
        return identifiers;
    }

    List<Named> prose() {
        return prose;
    }

    List<Operation> operations() {
        return map(root.get("paths")).entrySet().stream()
                .flatMap(path -> map(path.getValue()).entrySet().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .map(method -> new Operation(method.getKey(), path.getKey(), map(method.getValue()))))
                .toList();
    }

    Map<String, Object> schemas() {
        return map(map(root.get("components")).get("schemas"));
    }

    /** What a reference leads to, or the node itself. */
    Map<String, Object> resolve(Object node) {
        var found = map(node);
        while (found.get("$ref") instanceof String reference) {
            Object next = root;
            for (var step : reference.substring(2).split("/")) {
                next = map(next).get(step.replace("~1", "/").replace("~0", "~"));
            }
            found = map(next);
        }
        return found;
    }

    List<Map<String, Object>> parameters(Operation operation) {
        return operation.node().get("parameters") instanceof List<?> list
                ? list.stream().map(this::resolve).toList()
                : List.of();
    }

    /** The schema of each media type of the body; empty without one. */
    Map<String, Object> bodies(Operation operation) {
        var schemas = new LinkedHashMap<String, Object>();
        map(resolve(operation.node().get("requestBody")).get("content"))
                .forEach((type, content) ->
                        schemas.put(type, resolve(map(content).get("schema"))));
        return schemas;
    }

    /** The schema of an object with its members, and of all that hangs on it. */
    Stream<Map<String, Object>> within(Object schema) {
        var found = resolve(schema);
        var members = map(found.get("properties")).values().stream();
        var items = Stream.ofNullable(found.get("items"));
        return Stream.concat(Stream.of(found), Stream.concat(members, items).flatMap(this::within));
    }

    /** Whether it is a point on the map. */
    boolean isPoint(Object schema) {
        return map(resolve(schema).get("properties")).keySet().containsAll(Set.of("latitude", "longitude"));
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object node) {
        return node instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    static List<String> names(Object list) {
        return list instanceof List<?> names
                ? names.stream().map(String::valueOf).toList()
                : List.of();
    }

    private void collect(Object node, String where) {
        if (node instanceof List<?> list) {
            list.forEach(item -> collect(item, where));
        }
        map(node).forEach((key, value) -> {
            switch (key) {
                case "properties", "schemas", "paths" ->
                    map(value).forEach((name, member) -> {
                        identifiers.add(new Named(where + name, name));
                        collect(member, where + name + ".");
                    });
                case "operationId", "name" -> identifiers.add(new Named(where + key, String.valueOf(value)));
                case "enum" -> names(value).forEach(name -> identifiers.add(new Named(where + name, name)));
                case "summary", "description" -> prose.add(new Named(where + key, String.valueOf(value)));
                case "components" -> collect(value, where);
                default -> collect(value, where + key + ".");
            }
        });
    }
}
