package io.duban.compliance;

import static io.duban.compliance.PublishedContract.map;
import static io.duban.compliance.PublishedContract.names;

import io.duban.compliance.StoredSchema.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Photos are evidence of one result, where they help; no place is compulsory and no track can be made: 0.11 (3), D14. */
final class EvidenceRules {

    /** Who may hold a point, at most one, and of what. */
    static final Map<String, String> POINTS = new TreeMap<>(Map.ofEntries(
            Map.entry("FieldInspection", "where it was begun, if the inspector wishes"),
            Map.entry("InspectionStart", "the same, as it is sent"),
            Map.entry("InspectionPhoto", "where this one photo was taken, if the inspector wishes"),
            Map.entry("DeclaredFileOrder", "the same, of a photo that is still to come"),
            Map.entry("declared_file", "stored until it has come"),
            Map.entry("supervision_matter", "where what is supervised is; no place of an officer"),
            Map.entry("Place", "where a citizen's demand is; no place of an officer"),
            Map.entry("field_inspection", "stored with the inspection"),
            Map.entry("stored_file", "stored with the photo"),
            Map.entry("hotline_ticket", "stored with the citizen's demand"),
            Map.entry("hotline_place", "the citizen's demand again, as it is searched by"),
            Map.entry("Hotspot", "the middle of what several citizens asked about; no place of an officer"),
            Map.entry("hotline_hotspot", "stored with the hot spot"),
            Map.entry("RecurringMatter", "the middle of what several citizens asked about; no place of an officer")));

    private static final Set<String> COORDINATES =
            Set.of("latitude", "longitude", "lat", "lng", "lon", "position", "gps", "location", "accuracyMetres");
    private static final Set<String> GEOMETRIES =
            Set.of("point", "lseg", "path", "polygon", "box", "circle", "geometry", "geography", "_point", "_float8");

    static final List<Rule> RULES = List.of(
            new Rule("a place is required nowhere", EvidenceRules::requiredPlaces),
            new Rule("there is no list of points, and one point at most in what may have one", EvidenceRules::lists),
            new Rule("a row holds one point at most, and need not hold it", EvidenceRules::storedPoints),
            new Rule(
                    "no name speaks of tracks",
                    product -> Stream.concat(
                                    UseRules.inContract(Words.OF_TRACKS, product),
                                    UseRules.inStored(Words.OF_TRACKS, product))
                            .toList()),
            new Rule("no body must carry a photo", EvidenceRules::requiredPhotos),
            new Rule("nothing demands a photo", EvidenceRules::demandedPhotos));

    private EvidenceRules() {}

    /** Both halves of a point belong together; the point itself is nobody's duty. */
    private static List<String> requiredPlaces(Product product) {
        var contract = product.contract();
        var found = new ArrayList<String>();
        contract.schemas().forEach((name, schema) -> {
            if (!contract.isPoint(schema)) {
                members(contract, schema).forEach((member, type) -> {
                    var place = contract.isPoint(type) || COORDINATES.contains(member);
                    if (place
                            && isNoEnum(contract, type)
                            && required(contract, schema).contains(member)) {
                        found.add(name + "." + member);
                    }
                });
            }
        });
        contract.operations()
                .forEach(operation -> contract.parameters(operation).stream()
                        .filter(parameter -> COORDINATES.contains(String.valueOf(parameter.get("name"))))
                        .filter(parameter -> Boolean.TRUE.equals(parameter.get("required")))
                        .forEach(parameter -> found.add(operation.id() + "?" + parameter.get("name"))));
        return found;
    }

    private static List<String> lists(Product product) {
        var contract = product.contract();
        var found = new ArrayList<String>();
        contract.schemas().forEach((name, schema) -> {
            var points = members(contract, schema).values().stream()
                    .filter(contract::isPoint)
                    .count();
            if (points > 1 || points == 1 && !POINTS.containsKey(name)) {
                found.add(name + " holds " + points + " points");
            }
            members(contract, schema).forEach((member, type) -> {
                var items = contract.resolve(type).get("items");
                if (items != null && contract.isPoint(items)) {
                    found.add(name + "." + member + " is a list of points");
                }
            });
        });
        return found;
    }

    private static List<String> storedPoints(Product product) {
        var found = new ArrayList<String>();
        product.stored().tables().forEach((table, columns) -> {
            var points = columns.stream().filter(EvidenceRules::isCoordinate).toList();
            if (points.stream().anyMatch(column -> GEOMETRIES.contains(column.type()))) {
                found.add(table + " holds a shape");
            }
            if (!points.isEmpty() && !POINTS.containsKey(table)) {
                found.add(table + " holds points");
            }
            if (points.size() > 2) {
                found.add(table + " holds several points");
            }
            points.stream().filter(column -> !column.nullable()).forEach(column -> found.add(column.where()));
        });
        return found;
    }

    private static boolean isCoordinate(Column column) {
        return GEOMETRIES.contains(column.type())
                || Stream.of("latitude", "longitude", "lat", "lng", "lon", "gps")
                        .anyMatch(part -> List.of(column.name().split("_")).contains(part));
    }

    private static List<String> requiredPhotos(Product product) {
        var contract = product.contract();
        return contract.operations().stream()
                .flatMap(operation -> contract.bodies(operation).values().stream()
                        .flatMap(contract::within)
                        .flatMap(schema -> required(contract, schema).stream())
                        .filter(member ->
                                (" " + Words.split(member) + " ").matches(".* (photo|picture|image|video) .*"))
                        .map(member -> operation.id() + "/" + member))
                .toList();
    }

    /** No kind of task demands one; that photos of what cannot be seen are refused does not make a demand of them (domain 0.7). */
    private static List<String> demandedPhotos(Product product) {
        return UseRules.everywhere(Words.OF_DEMANDED_PHOTOS, product).toList();
    }

    private static boolean isNoEnum(PublishedContract contract, Object type) {
        return contract.resolve(type).get("enum") == null;
    }

    private static Map<String, Object> members(PublishedContract contract, Object schema) {
        return map(contract.resolve(schema).get("properties"));
    }

    private static List<String> required(PublishedContract contract, Object schema) {
        return names(contract.resolve(schema).get("required"));
    }
}
