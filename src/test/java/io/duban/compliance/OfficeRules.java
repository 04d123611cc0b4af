package io.duban.compliance;

import static io.duban.compliance.PublishedContract.map;
import static io.duban.compliance.PublishedContract.names;

import io.duban.compliance.PublishedContract.Operation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the product must have: complaints that are answered, an owner one can reach, nothing asked twice. 0.11 (4), (7) and (9). */
final class OfficeRules {

    /** By these rows units and their people write; what they are asked for is new. */
    private static final Set<String> OF_UNITS =
            Set.of("ticket:reply", "ticket:handle", "doc:handle", "doc:report", "supervision:feedback", "doc:cosign");

    /** Members that have the name of one told before, and another meaning. */
    static final Map<String, String> ASKED_ANEW = Map.of(
            "askAssignmentReturn/text", "why the unit sends it back; not the paper's text",
            "submitAssignmentResult/text", "what the unit answers; not the paper's text");

    static final List<Rule> RULES = List.of(
            new Rule(
                    "whoever is logged in may complain, sees when an answer is due, and may rate it",
                    OfficeRules::complaints),
            new Rule("the app says who runs it, its filing number and how to reach them", OfficeRules::owner),
            new Rule("what was told once is not asked again from a unit", OfficeRules::askedAgain),
            new Rule("what a partner's system sends twice is there once", OfficeRules::sentTwice));

    private OfficeRules() {}

    private static List<String> complaints(Product product) {
        var missing = new ArrayList<String>();
        var operations = product.contract().operations();
        if (operations.stream().noneMatch(operation -> is(operation, "post", "/feedback") && isAnybodys(operation))) {
            missing.add("nobody can complain");
        }
        if (operations.stream()
                .noneMatch(operation ->
                        is(operation, "post", "/feedback/{feedbackId}/ratings") && isAnybodys(operation))) {
            missing.add("an answer cannot be rated");
        }
        if (operations.stream().noneMatch(operation -> is(operation, "get", "/me/feedback") && isAnybodys(operation))) {
            missing.add("nobody sees what became of his complaint");
        }
        if (!names(map(product.contract().schemas().get("Feedback")).get("required"))
                .contains("dueAt")) {
            missing.add("nobody knows when an answer is due");
        }
        return missing;
    }

    private static boolean is(Operation operation, String method, String path) {
        return operation.method().equals(method) && operation.path().equals(path);
    }

    private static boolean isAnybodys(Operation operation) {
        return operation.authz().equals("self");
    }

    private static List<String> owner(Product product) {
        var missing = new HashSet<>(Set.of("owner", "filingNumber", "contact"));
        names(map(product.contract().schemas().get("AppInfo")).get("required")).forEach(missing::remove);
        var open = product.contract().operations().stream()
                .anyMatch(operation ->
                        is(operation, "get", "/app-info") && operation.authz().equals("public"));
        return open ? List.copyOf(missing) : List.of("nobody can read it");
    }

    private static List<String> askedAgain(Product product) {
        var contract = product.contract();
        return contract.operations().stream()
                .filter(operation -> OF_UNITS.contains(operation.authz()))
                .flatMap(operation -> contract.bodies(operation).values().stream()
                        .flatMap(body -> map(map(body).get("properties")).keySet().stream())
                        .filter(told(contract, operation)::contains)
                        .map(member -> operation.id() + "/" + member))
                .filter(asked -> !ASKED_ANEW.containsKey(asked))
                .toList();
    }

    /** What came with the thing when it was made: the members of what is posted to the collection it is in. */
    private static Set<String> told(PublishedContract contract, Operation operation) {
        var collection = "/" + operation.path().split("/")[1];
        var told = new HashSet<String>();
        contract.operations().stream()
                .filter(making -> is(making, "post", collection))
                .flatMap(making -> contract.bodies(making).values().stream())
                .forEach(body -> told.addAll(map(map(body).get("properties")).keySet()));
        return told;
    }

    private static List<String> sentTwice(Product product) {
        return product.stored().tables().entrySet().stream()
                .filter(table -> table.getValue().stream()
                        .anyMatch(column -> column.name().equals("source_system")))
                .filter(table -> table.getValue().stream()
                        .anyMatch(column -> column.name().equals("source_id")))
                .map(Map.Entry::getKey)
                .filter(table -> product.stored().uniqueKeys().stream()
                        .noneMatch(key ->
                                key.contains("ON public." + table + " ") && key.contains("(source_system, source_id")))
                .toList();
    }
}
