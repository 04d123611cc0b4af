package io.duban.platform.persistence;

import io.r2dbc.spi.Row;
import io.r2dbc.spi.RowMetadata;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads a row as the record it is, along a plan that is made once. The general way copies each row into a map of its columns and then looks for each value
 * by name, type and conversion: for a ticket of seventy columns a seventh of what reading it over HTTP cost.
 */
final class RecordReader {

    private static final int ABSENT = -1;

    private static final ClassValue<RecordReader> READERS = new ClassValue<>() {
        @Override
        protected RecordReader computeValue(Class<?> type) {
            return new RecordReader(type);
        }
    };

    private final List<String> columns = new ArrayList<>();
    private final Made record;
    private volatile Layout layout = new Layout(List.of(), new int[0]);

    /**
     * The one of a type.
     *
     * @throws IllegalArgumentException when the record has a component that no column can be read as
     */
    static RecordReader of(Class<?> type) {
        return READERS.get(type);
    }

    private RecordReader(Class<?> type) {
        this.record = made(RecordShape.of(type), false);
    }

    /** A value out of a row whose columns stand at these places. */
    private interface Part {
        @Nullable
        Object read(Row row, int[] places);
    }

    /** Where the columns of the plan stand in rows that name theirs so. */
    private record Layout(List<String> names, int[] places) {

        boolean isOf(RowMetadata row) {
            var all = row.getColumnMetadatas();
            if (all.size() != names.size()) {
                return false;
            }
            for (int i = 0; i < names.size(); i++) {
                if (!all.get(i).getName().equals(names.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }

    private record Made(MethodHandle constructor, Part[] parts, boolean nullable) implements Part {

        @Override
        public @Nullable Object read(Row row, int[] places) {
            var values = new Object[parts.length];
            for (int i = 0; i < parts.length; i++) {
                values[i] = parts[i].read(row, places);
            }
            return nullable && Arrays.stream(values).allMatch(Objects::isNull) ? null : make(values);
        }

        private Object make(Object[] values) {
            try {
                return constructor.invokeExact(values);
            } catch (RuntimeException | Error fault) {
                throw fault;
            } catch (Throwable fault) {
                throw new IllegalStateException(fault);
            }
        }
    }

    Object read(Row row) {
        return Objects.requireNonNull(record.read(row, places(row.getMetadata())));
    }

    /** Rows of one statement look alike, and nearly all statements for a record select the same columns. */
    private int[] places(RowMetadata row) {
        var known = layout;
        if (!known.isOf(row)) {
            var names = row.getColumnMetadatas().stream()
                    .map(column -> column.getName())
                    .toList();
            known = new Layout(names, columns.stream().mapToInt(names::indexOf).toArray());
            layout = known;
        }
        return known.places();
    }

    private Made made(RecordShape shape, boolean nullable) {
        var parts = shape.parts().stream().map(this::part).toArray(Part[]::new);
        return new Made(constructor(shape.type()), parts, nullable);
    }

    private Part part(RecordShape.Part part) {
        if (part instanceof RecordShape.InColumns several) {
            return made(several.shape(), several.nullable());
        }
        var place = columns.size();
        columns.add(((RecordShape.InColumn) part).column());
        var value = ColumnValue.of(part.component().getGenericType());
        return (row, places) -> places[place] == ABSENT ? null : value.read(row, places[place]);
    }

    private static MethodHandle constructor(Class<?> type) {
        var types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return RecordShape.inside(type)
                    .findConstructor(type, MethodType.methodType(void.class, types))
                    .asSpreader(Object[].class, types.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("every record has the constructor of its components", impossible);
        }
    }
}
