package io.duban.compliance;

import io.duban.compliance.PublishedContract.Named;
import io.duban.support.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a migrated database can hold: tables, their columns and what is written about them. */
record StoredSchema(List<Column> columns, List<Named> prose, List<String> uniqueKeys) {

    private static final String COLUMNS = """
            select table_name, column_name, coalesce(domain_name, udt_name), is_nullable
            from information_schema.columns where table_schema = 'public' order by 1, ordinal_position""";

    private static final String COMMENTS = """
            select c.relname || coalesce('.' || a.attname, ''), d.description
            from pg_description d join pg_class c on c.oid = d.objoid and c.relnamespace = 'public'::regnamespace
            left join pg_attribute a on a.attrelid = c.oid and a.attnum = d.objsubid and d.objsubid > 0""";

    private static final String UNIQUE = "select indexdef from pg_indexes where indexdef like 'CREATE UNIQUE%'";

    /** A column; {@code type} as PostgreSQL names it. */
    record Column(String table, String name, String type, boolean nullable) {

        String where() {
            return table + "." + name;
        }
    }

    static StoredSchema of(TestDatabase database) {
        return new StoredSchema(
                rows(database, COLUMNS, 4).stream()
                        .map(row -> new Column(
                                row.get(0), row.get(1), row.get(2), row.get(3).equals("YES")))
                        .toList(),
                rows(database, COMMENTS, 2).stream()
                        .map(row -> new Named(row.get(0), row.get(1)))
                        .toList(),
                rows(database, UNIQUE, 1).stream().map(row -> row.get(0)).toList());
    }

    List<Named> identifiers() {
        return Stream.concat(
                        columns.stream().map(Column::table).distinct().map(table -> new Named(table, table)),
                        columns.stream().map(column -> new Named(column.where(), column.name())))
                .toList();
    }

    Map<String, List<Column>> tables() {
        return columns.stream().collect(Collectors.groupingBy(Column::table));
    }

    static List<List<String>> rows(TestDatabase database, String sql, int width) {
        try (var connection = database.connect();
                var found = connection.createStatement().executeQuery(sql)) {
            var rows = new ArrayList<List<String>>();
            while (found.next()) {
                var row = new ArrayList<String>();
                for (int i = 1; i <= width; i++) {
                    row.add(String.valueOf(found.getString(i)));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
