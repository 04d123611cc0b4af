package io.duban.platform.persistence;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.r2dbc.core.Parameter;

/** One SQL statement with data-modifying common table expressions, put together piece by piece with its values. */
public final class Statement {

    private final List<String> pieces = new ArrayList<>();
    private final List<Parameter> values = new ArrayList<>();
    private final List<String> guarded = new ArrayList<>();

    /** Takes a value and gives the marker ({@code $1}, {@code $2}, …) that stands for it. */
    public String value(Object value) {
        return value(value, value.getClass());
    }

    /** As {@link #value(Object)} for values that may be null; the type tells the server what kind of null. */
    public String value(@Nullable Object value, Class<?> type) {
        values.add(value == null ? Parameter.empty(type) : Parameter.from(value));
        return "$" + values.size();
    }

    /** Adds a named piece, {@code name as (sql)}. */
    public void piece(String name, String sql) {
        pieces.add("%s as (%s)".formatted(name, sql));
    }

    /** Adds a piece that must change exactly one row, or the whole statement is undone. */
    public void guardedPiece(String sql) {
        var name = "change_" + guarded.size();
        guarded.add(name);
        piece(name, sql + " returning 1");
    }

    /** Adds a query that must find exactly one row, or the whole statement is undone; its locks hold until the commit. */
    public void guardedQuery(String sql) {
        var name = "found_" + guarded.size();
        guarded.add(name);
        piece(name, sql);
    }

    /** Ready to run: fails with SQLSTATE {@code DU412} and changes nothing when a guarded piece found no row. */
    public GenericExecuteSpec on(DatabaseClient database) {
        var found = guarded.stream().map("(select count(*) from %s)"::formatted).toList();
        var counted = found.isEmpty() ? "0" : String.join(" + ", found);
        var sql = "with %s select require_rows(%s, %d)".formatted(String.join(",\n", pieces), counted, guarded.size());
        var ready = database.sql(sql);
        for (int i = 0; i < values.size(); i++) {
            ready = bind(ready, i, values.get(i));
        }
        return ready;
    }

    private static GenericExecuteSpec bind(GenericExecuteSpec spec, int index, Parameter parameter) {
        var value = parameter.getValue();
        return value == null ? spec.bindNull(index, parameter.getType()) : spec.bind(index, value);
    }
}
