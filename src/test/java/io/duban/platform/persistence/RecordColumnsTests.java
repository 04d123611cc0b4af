package io.duban.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.r2dbc.spi.ColumnMetadata;
import io.r2dbc.spi.Row;
import io.r2dbc.spi.RowMetadata;
import java.lang.reflect.Array;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.data.annotation.Id;
import org.springframework.data.r2dbc.core.DefaultReactiveDataAccessStrategy;
import org.springframework.data.r2dbc.dialect.PostgresDialect;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/** Records and their columns: what Spring Data makes of the same annotations is the measure. */
class RecordColumnsTests {

    private static final UUID ID = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);
    private static final Instant NOON = Instant.parse("2026-11-28T04:00:00Z");

    private static final Sheet FULL = new Sheet(
            ID,
            7,
            Light.RED,
            3,
            true,
            "标题 'quoted'",
            new Origin("12345", NOON),
            new Hands(OTHER, new LinkedHashSet<>(List.of(ID, OTHER)), List.of("甲", "乙")),
            new LinkedHashSet<>(List.of(Light.RED, Light.GREEN)),
            List.of(2, 1),
            new byte[] {1, 2});
    private static final Sheet BARE = new Sheet(
            ID, 1, Light.GREEN, 0, false, null, null, new Hands(null, Set.of(), List.of()), Set.of(), List.of(), null);

    @Test
    void recordIsReadFromWhatItIsWrittenAs() {
        assertThat(read(FULL)).usingRecursiveComparison().isEqualTo(FULL);
        assertThat(read(BARE)).usingRecursiveComparison().isEqualTo(BARE);
    }

    @Test
    void columnsAndValuesAreThoseOfSpringData() {
        for (var sheet : List.of(FULL, BARE)) {
            var spring = new LinkedHashMap<String, Object>();
            new DefaultReactiveDataAccessStrategy(PostgresDialect.INSTANCE)
                    .getOutboundRow(sheet)
                    .forEach((column, parameter) -> spring.put(column.getReference(), plain(parameter.getValue())));

            assertThat(written(sheet)).usingRecursiveComparison().isEqualTo(spring);
        }
    }

    @Test
    void anUpdateIsGuardedByTheVersionBefore() {
        var statement = new Statement();

        Changes.update(FULL, statement);

        assertThat(statement.sql())
                .contains("update \"odd_sheet\" set \"version\" = $1")
                .contains(" where id = $14 and version = $15 returning 1")
                .doesNotContain("\"id\" =");
        assertThat(statement.values().get(14).getValue()).isEqualTo(6L);
    }

    @Test
    void columnsMayStandInAnyOrder() {
        var reader = RecordReader.of(Sheet.class);
        var turned = new ArrayList<>(written(FULL).entrySet());

        reader.read(row(written(FULL)));
        Collections.reverse(turned);
        var other = new LinkedHashMap<String, Object>();
        turned.forEach(column -> other.put(column.getKey(), column.getValue()));

        assertThat(reader.read(row(other))).usingRecursiveComparison().isEqualTo(FULL);
    }

    @Test
    void aColumnThatIsNotSelectedIsNothing() {
        var some = written(FULL);
        some.remove("heading");

        assertThat(((Sheet) RecordReader.of(Sheet.class).read(row(some))).title())
                .isNull();
    }

    @Test
    void whatNoColumnCanHoldIsSaidAtOnce() {
        record Odd(Map<String, String> map) {}
        record Nested(Origin origin) {}

        assertThatThrownBy(() -> RecordReader.of(Odd.class)).hasMessageContaining("java.util.Map");
        assertThatThrownBy(() -> RecordReader.of(Nested.class)).hasMessageContaining("Origin");
    }

    enum Light {
        GREEN,
        RED
    }

    record Origin(String system, Instant at) {}

    record Hands(@Nullable UUID handlerId, Set<UUID> unitIds, List<String> names) {}

    @Table("odd_sheet")
    record Sheet(
            @Id UUID id,
            long version,
            Light light,
            int round,
            boolean heavy,
            @Nullable @Column("heading") String title,
            @Embedded.Nullable(prefix = "source_") @Nullable Origin origin,
            @Embedded.Empty Hands hands,
            Set<Light> lights,
            List<Integer> numbers,
            byte @Nullable [] seal)
            implements Versioned {}

    private static Object read(Sheet sheet) {
        return RecordReader.of(Sheet.class).read(row(written(sheet)));
    }

    /** What an insert writes, by column. */
    private static Map<String, Object> written(Sheet sheet) {
        var statement = new Statement();
        Changes.insert(sheet, statement);
        var sql = statement.sql();
        var names =
                sql.substring(sql.indexOf("(\"") + 1, sql.indexOf(") values")).split(", ");
        var markers = sql.substring(sql.indexOf("values (") + 8, sql.indexOf(") returning"))
                .split(", ");
        var columns = new LinkedHashMap<String, Object>();
        for (int i = 0; i < names.length; i++) {
            columns.put(
                    names[i].replace("\"", ""),
                    markers[i].equals("'{}'")
                            ? new Object[0]
                            : statement
                                    .values()
                                    .get(Integer.parseInt(markers[i].substring(1)) - 1)
                                    .getValue());
        }
        return columns;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return value instanceof Collection<?> many ? many.toArray() : value;
    }

    private static Row row(Map<String, Object> columns) {
        var names = List.copyOf(columns.keySet());
        var metadata = proxy(
                RowMetadata.class,
                (method, arguments) -> names.stream()
                        .map(name -> proxy(ColumnMetadata.class, (asked, none) -> name))
                        .toList());
        return proxy(
                Row.class,
                (method, arguments) -> method.equals("getMetadata")
                        ? metadata
                        : decoded(columns.get(names.get((int) arguments[0])), (Class<?>) arguments[1]));
    }

    private static @Nullable Object decoded(@Nullable Object value, Class<?> type) {
        if (value instanceof String name && type == Light.class) {
            return Light.valueOf(name);
        }
        return value instanceof Object[] none && none.length == 0
                ? Array.newInstance(type.getComponentType(), 0)
                : value;
    }

    private interface Answer {
        @Nullable
        Object to(String method, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answer.to(method.getName(), arguments)));
    }
}
