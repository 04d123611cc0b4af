package io.duban.platform.persistence;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Result;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

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
        values.add(Binds.nullable(value, type));
        return "$" + values.size();
    }

    /** Adds a named piece, {@code name as (sql)}. */
    public void piece(String name, String sql) {
        pieces.add(name + " as (" + sql + ")");
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

    /**
     * Runs it on a connection of the pool and commits: fails with SQLSTATE {@code DU412} and changes nothing when a guarded piece found no row.
     *
     * @throws org.springframework.dao.DataAccessException as the error signal, as {@link DatabaseClient} would
     */
    public Mono<Void> on(DatabaseClient database) {
        return Straight.on(database, "a command's statement", this::on);
    }

    private Mono<Void> on(Connection connection) {
        var ready = connection.createStatement(sql());
        for (int i = 0; i < values.size(); i++) {
            ready.bind(i, values.get(i));
        }
        return Flux.from(ready.execute()).flatMap(Result::getRowsUpdated).then();
    }

    List<Parameter> values() {
        return values;
    }

    String sql() {
        var found = guarded.stream().map("(select count(*) from %s)"::formatted).toList();
        var counted = found.isEmpty() ? "0" : String.join(" + ", found);
        return "with %s select require_rows(%s, %d)".formatted(String.join(",\n", pieces), counted, guarded.size());
    }
}
