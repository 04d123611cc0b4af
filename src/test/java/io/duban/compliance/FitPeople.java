package io.duban.compliance;

import io.duban.compliance.PublishedContract.Operation;
import io.duban.support.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.io.ClassPathResource;

/** For each operation somebody of the demo district whose posts open it, so that nothing but the body can be refused. */
final class FitPeople {

    /** The posts that speak for a column of the matrix. */
    private static final Map<String, String> POSTS = new LinkedHashMap<>(Map.ofEntries(
            Map.entry("leader", "CHIEF_LEADER"),
            Map.entry("deputy", "DEPUTY_LEADER"),
            Map.entry("director", "OFFICE_DIRECTOR"),
            Map.entry("registrar", "REGISTRAR"),
            Map.entry("supervisor", "SUPERVISION_CHIEF"),
            Map.entry("inspector", "FIELD_SUPERVISOR"),
            Map.entry("liaison", "UNIT_LIAISON"),
            Map.entry("operator", "HOTLINE_DISPATCHER"),
            Map.entry("handler", "UNIT_HANDLER"),
            Map.entry("archivist", "ARCHIVIST"),
            Map.entry("duty", "DUTY_OFFICER"),
            Map.entry("app3p", "INTEGRATION_CLIENT"),
            Map.entry("legal", "LEGAL_REVIEWER"),
            Map.entry("secrecy", "SECRECY_OFFICER"),
            Map.entry("sysadmin", "SYSTEM_ADMIN"),
            Map.entry("secadmin", "SECURITY_ADMIN"),
            Map.entry("auditor", "SECURITY_AUDITOR")));

    private final Map<String, String> columnOf = new LinkedHashMap<>();
    private final TestDatabase database;

    FitPeople(TestDatabase database) {
        this.database = database;
        var lines = matrix().lines().toList();
        var columns = lines.get(0).split(",");
        lines.stream()
                .skip(1)
                .map(line -> line.split(","))
                .forEach(cells -> Arrays.stream(columns)
                        .skip(1)
                        .filter(column -> POSTS.containsKey(column)
                                && !cells[Arrays.asList(columns).indexOf(column)].equals("-"))
                        .findFirst()
                        .ifPresent(column -> columnOf.put(cells[0], column)));
    }

    /** The person; a unit's handler where anybody may. */
    UUID of(Operation operation) {
        var post = operation.authz().equals("self") ? "UNIT_HANDLER" : POSTS.get(columnOf.get(operation.authz()));
        if (post == null) {
            throw new IllegalStateException("Nobody may " + operation.id() + ", which asks for " + operation.authz());
        }
        return UUID.fromString(StoredSchema.rows(
                        database,
                        "select p.id from person p join post on post.person_id = p.id where post.role = '%s' order by p.id limit 1"
                                .formatted(post),
                        1)
                .get(0)
                .get(0));
    }

    private static String matrix() {
        try {
            return new ClassPathResource("io/duban/platform/identity/permissions.csv")
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
