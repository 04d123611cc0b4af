package io.duban.platform.persistence;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Row;
import java.lang.reflect.Array;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/** One column of a row as a component of a record: what the driver decodes as it is, and sets and lists, which are arrays there. */
interface ColumnValue {

    Set<Class<?>> DECODED = Set.of(
            String.class,
            UUID.class,
            Instant.class,
            LocalDate.class,
            LocalTime.class,
            Boolean.class,
            Short.class,
            Integer.class,
            Long.class,
            Double.class,
            BigDecimal.class,
            Json.class,
            byte[].class);

    @Nullable
    Object read(Row row, int place);

    /** @throws IllegalArgumentException for any other type */
    static ColumnValue of(Type type) {
        if (type instanceof Class<?> one) {
            return one(ClassUtils.resolvePrimitiveIfNecessary(one));
        }
        if (type instanceof ParameterizedType many && many.getActualTypeArguments()[0] instanceof Class<?> element) {
            if (many.getRawType() == Set.class) {
                return row(element, LinkedHashSet::new);
            }
            if (many.getRawType() == List.class) {
                return row(element, ArrayList::new);
            }
        }
        throw new IllegalArgumentException("no column can be read as " + type);
    }

    private static ColumnValue one(Class<?> type) {
        if (!DECODED.contains(type) && !type.isEnum()) {
            throw new IllegalArgumentException("no column can be read as " + type);
        }
        return (row, place) -> row.get(place, type);
    }

    private static ColumnValue row(Class<?> element, Function<List<?>, Collection<?>> collect) {
        one(element);
        var constants = element.isEnum();
        var array = Array.newInstance(constants ? String.class : element, 0).getClass();
        return (row, place) -> {
            var values = (Object[]) row.get(place, array);
            if (values == null) {
                return null;
            }
            return collect.apply(
                    constants
                            ? Arrays.stream(values)
                                    .map(name -> constant(element, (String) name))
                                    .toList()
                            : Arrays.asList(values));
        };
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Object constant(Class<?> type, String name) {
        return Enum.valueOf((Class<? extends Enum>) type, name);
    }
}
