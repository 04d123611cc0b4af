package io.duban.compliance;

import static io.duban.compliance.PublishedContract.map;
import static io.duban.compliance.PublishedContract.names;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Bodies that the contract takes, made from its schemas, and the same bodies with a mark in one of their strings. */
final class RequestBodies {

    private final PublishedContract contract;
    private final String canary;
    private final String mark;

    /**
     * @param canary what stands in every place that takes words
     * @param mark what stands in one of them
     */
    RequestBodies(PublishedContract contract, String canary, String mark) {
        this.contract = contract;
        this.canary = canary;
        this.mark = mark;
    }

    /**
     * A body with the mark in one place.
     *
     * @param pointer the place, as a JSON Pointer
     * @param free whether that place takes any words, so that nothing but the mark can be wrong with it
     */
    record Marked(String pointer, boolean free, Object body) {}

    /** One body for each string a request of this schema may carry. */
    List<Marked> marked(Object schema) {
        var places = new ArrayList<Place>();
        strings(schema, "", body -> body, places);
        return places.stream()
                .map(place -> new Marked(place.pointer(), place.free(), marked(place, schema)))
                .toList();
    }

    /** A body with everything in it, and a canary in each place that takes words. */
    Object body(Object schema) {
        var known = contract.resolve(schema);
        if (known.get("enum") != null) {
            return names(known.get("enum")).get(0);
        }
        return switch (String.valueOf(known.getOrDefault("type", "object"))) {
            case "string" -> string(known);
            case "integer", "number" -> known.getOrDefault("minimum", 1);
            case "boolean" -> true;
            case "array" -> List.of(body(known.get("items")));
            default -> {
                var members = new LinkedHashMap<String, Object>();
                map(known.get("properties")).forEach((name, member) -> members.put(name, body(member)));
                yield members;
            }
        };
    }

    private Object string(Map<String, Object> schema) {
        if (isFree(schema)) {
            return canary;
        }
        return switch (String.valueOf(schema.get("format"))) {
            case "uuid" -> "01900000-0000-7000-8000-00000000ffff";
            case "date" -> "2026-11-27";
            case "byte" -> "QUJD";
            case "date-time" -> "2026-11-27T09:00:00+08:00";
            default ->
                String.valueOf(schema.get("pattern")).contains("0-9a-f")
                        ? "0".repeat(64)
                        : schema.getOrDefault("example", "南政发");
        };
    }

    /** Takes whatever somebody writes, as far as the mark is concerned. */
    private boolean isFree(Map<String, Object> schema) {
        var pattern = schema.get("pattern");
        var longest = (Number) schema.getOrDefault("maxLength", Integer.MAX_VALUE);
        return schema.get("format") == null
                && schema.get("enum") == null
                && (pattern == null || mark.matches(pattern.toString()))
                && longest.intValue() >= mark.length();
    }

    private Object marked(Place place, Object schema) {
        var body = body(schema);
        place.writing().accept(body, mark);
        return body;
    }

    /** A place in a body, and how a mark is written there. */
    private record Place(String pointer, boolean free, Writing writing) {}

    private interface Writing {
        void accept(Object body, String mark);
    }

    private void strings(Object schema, String pointer, Function<Object, Object> way, List<Place> found) {
        var known = contract.resolve(schema);
        map(known.get("properties")).forEach((name, member) -> {
            var at = pointer + "/" + name;
            if (isString(member)) {
                found.add(place(
                        at, member, (body, mark) -> members(way.apply(body)).put(name, mark)));
            } else {
                strings(member, at, way.andThen(body -> members(body).get(name)), found);
            }
            var items = contract.resolve(member).get("items");
            if (items != null && isString(items)) {
                found.add(place(
                        at + "/0",
                        items,
                        (body, mark) -> members(way.apply(body)).put(name, List.of(mark))));
            } else if (items != null) {
                strings(
                        items,
                        at + "/0",
                        way.andThen(body -> ((List<?>) members(body).get(name)).get(0)),
                        found);
            }
        });
    }

    private Place place(String pointer, Object schema, Writing writing) {
        return new Place(pointer, isFree(contract.resolve(schema)), writing);
    }

    private boolean isString(Object schema) {
        return "string".equals(contract.resolve(schema).get("type"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> members(Object body) {
        return (Map<String, Object>) body;
    }
}
