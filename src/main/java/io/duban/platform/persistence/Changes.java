package io.duban.platform.persistence;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.stream.Collectors;
import org.springframework.data.r2dbc.core.R2dbcEntityTemplate;
import org.springframework.data.r2dbc.core.ReactiveDataAccessStrategy;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;

/** Turns records into the guarded inserts and updates of a {@link Statement}. */
@Component
public class Changes {

    private final ReactiveDataAccessStrategy mapping;

    Changes(R2dbcEntityTemplate template) {
        this.mapping = template.getDataAccessStrategy();
    }

    /** Adds an insert of a new record, of any {@code @Table} type. */
    public void insert(Object record, Statement statement) {
        var columns = new ArrayList<String>();
        var markers = new ArrayList<String>();
        mapping.getOutboundRow(record).forEach((column, parameter) -> {
            columns.add(mapping.toSql(column));
            markers.add(marker(parameter, statement));
        });
        statement.guardedPiece("insert into %s (%s) values (%s)"
                .formatted(table(record), String.join(", ", columns), String.join(", ", markers)));
    }

    /** Adds an update to the record's version; it finds its row only where the version before still stands. */
    public void update(Versioned record, Statement statement) {
        var assignments = mapping.getOutboundRow(record).entrySet().stream()
                .filter(column -> !column.getKey().getReference().equals("id"))
                .map(column ->
                        "%s = %s".formatted(mapping.toSql(column.getKey()), marker(column.getValue(), statement)))
                .collect(Collectors.joining(", "));
        statement.guardedPiece("update %s set %s where id = %s and version = %s"
                .formatted(
                        table(record),
                        assignments,
                        statement.value(record.id()),
                        statement.value(record.version() - 1)));
    }

    /** PostgreSQL takes arrays for collections; an empty one has lost the type of its elements and is written as SQL's own. */
    private static String marker(Parameter parameter, Statement statement) {
        var value = parameter.getValue() instanceof Collection<?> many ? many.toArray() : parameter.getValue();
        if (value instanceof Object[] array) {
            return array.length == 0 ? "'{}'" : statement.value(typed(array));
        }
        return statement.value(value, parameter.getType());
    }

    private static Object[] typed(Object[] array) {
        var copy = (Object[]) Array.newInstance(array[0].getClass(), array.length);
        System.arraycopy(array, 0, copy, 0, array.length);
        return copy;
    }

    private String table(Object record) {
        return mapping.toSql(mapping.getTableName(record.getClass()));
    }
}
