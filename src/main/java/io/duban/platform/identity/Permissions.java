package io.duban.platform.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The one component that decides every permission, from the rows of {@code permissions.csv}: a token's scope and a post's row must both allow.
 */
@Component
public class Permissions {

    /** The scope of the office's own apps: whatever the posts allow. */
    static final String OFFICE_SCOPE = "office";

    private final Map<String, Map<String, Cell>> rows;

    Permissions() {
        this.rows = read(new ClassPathResource("io/duban/platform/identity/permissions.csv"));
    }

    /** The names of all rows, such as {@code ticket:dispatch}. */
    public Set<String> actions() {
        return rows.keySet();
    }

    /** How far {@code action} carries the officer now; {@link Reach#isNone()} when no post of his has the row. */
    public Reach reach(Officer officer, String action) {
        var row = rows.get(action);
        if (row == null) {
            throw new IllegalArgumentException("No row " + action + " in permissions.csv");
        }
        if (!officer.scopes().contains(OFFICE_SCOPE) && !officer.scopes().contains(action)) {
            return Reach.NONE;
        }
        return officer.posts().stream()
                .filter(post -> post.role().column() != null)
                .map(post -> row.get(post.role().column()).reach(officer, post))
                .reduce(Reach.NONE, Reach::and)
                .within(officer.within());
    }

    private static Map<String, Map<String, Cell>> read(ClassPathResource csv) {
        List<String> lines;
        try {
            lines = csv.getContentAsString(StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("permissions.csv is not readable", e);
        }
        var columns = lines.get(0).split(",");
        var rows = new HashMap<String, Map<String, Cell>>();
        lines.stream().skip(1).map(line -> line.split(",")).forEach(cells -> rows.put(cells[0], row(columns, cells)));
        return Map.copyOf(rows);
    }

    private static Map<String, Cell> row(String[] columns, String[] cells) {
        if (cells.length != columns.length) {
            throw new IllegalStateException(
                    "permissions.csv: a row has " + cells.length + " cells: " + Arrays.toString(cells));
        }
        var row = new HashMap<String, Cell>();
        for (int i = 1; i < columns.length; i++) {
            row.put(columns[i], Cell.parse(cells[i]));
        }
        return Map.copyOf(row);
    }
}
