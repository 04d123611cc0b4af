package io.duban.platform.persistence;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Table;
import org.springframework.util.ClassUtils;

/** Writes a record of a table into its columns, along a plan that is made once. */
final class RecordWriter {

    private static final String ID = quoted("id");

    private final String table;
    private final List<Written> columns = new ArrayList<>();

    /** @throws NullPointerException for a type that is no {@code @Table} */
    RecordWriter(Class<?> type) {
        this.table =
                quoted(Objects.requireNonNull(type.getAnnotation(Table.class)).value());
        collect(RecordShape.of(type), List.of());
    }

    /**
     * @param path the accessors that lead from the record to the value
     * @param type what the driver takes for it, an array for sets and lists
     */
    private record Written(String column, List<MethodHandle> path, Class<?> type) {

        String marker(Object record, Statement statement) {
            var value = value(record);
            if (value instanceof Collection<?> many) {
                return many.isEmpty() ? "'{}'" : statement.value(array(many));
            }
            return statement.value(plain(value), type);
        }

        private @Nullable Object value(Object record) {
            Object value = record;
            for (int i = 0; i < path.size() && value != null; i++) {
                value = read(path.get(i), value);
            }
            return value;
        }

        private Object[] array(Collection<?> many) {
            var array = (Object[]) Array.newInstance(type.getComponentType(), many.size());
            var next = 0;
            for (var one : many) {
                array[next++] = plain(one);
            }
            return array;
        }

        private static @Nullable Object plain(@Nullable Object value) {
            return value instanceof Enum<?> constant ? constant.name() : value;
        }

        private static Object read(MethodHandle accessor, Object value) {
            try {
                return accessor.invokeExact(value);
            } catch (Throwable fault) {
                throw new IllegalStateException(fault);
            }
        }
    }

    void insert(Object record, Statement statement) {
        var names = new StringBuilder();
        var markers = new StringBuilder();
        for (var column : columns) {
            names.append(names.isEmpty() ? "" : ", ").append(column.column());
            markers.append(markers.isEmpty() ? "" : ", ").append(column.marker(record, statement));
        }
        statement.guardedPiece("insert into " + table + " (" + names + ") values (" + markers + ")");
    }

    void update(Versioned record, Statement statement) {
        var assignments = new StringBuilder();
        for (var column : columns) {
            if (!column.column().equals(ID)) {
                assignments.append(assignments.isEmpty() ? "" : ", ");
                assignments.append(column.column()).append(" = ").append(column.marker(record, statement));
            }
        }
        statement.guardedPiece("update " + table + " set " + assignments + " where id = " + statement.value(record.id())
                + " and version = " + statement.value(record.version() - 1));
    }

    private void collect(RecordShape shape, List<MethodHandle> before) {
        for (var part : shape.parts()) {
            var path = new ArrayList<>(before);
            path.add(accessor(part.component()));
            if (part instanceof RecordShape.InColumns several) {
                collect(several.shape(), path);
            } else if (part instanceof RecordShape.InColumn one) {
                columns.add(new Written(
                        quoted(one.column()), path, type(one.component().getGenericType())));
            }
        }
    }

    /** Some are words of SQL. */
    static String quoted(String name) {
        return '"' + name + '"';
    }

    private static Class<?> type(Type type) {
        if (type instanceof ParameterizedType many) {
            return Array.newInstance(type(many.getActualTypeArguments()[0]), 0).getClass();
        }
        var one = ClassUtils.resolvePrimitiveIfNecessary((Class<?>) type);
        return one.isEnum() ? String.class : one;
    }

    private static MethodHandle accessor(RecordComponent component) {
        try {
            return RecordShape.inside(component.getDeclaringRecord())
                    .unreflect(component.getAccessor())
                    .asType(MethodType.methodType(Object.class, Object.class));
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException("a record's package may call its accessors", impossible);
        }
    }
}
