package io.duban.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.TestDatabase;
import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.data.r2dbc.core.DefaultReactiveDataAccessStrategy;
import org.springframework.data.r2dbc.dialect.PostgresDialect;
import org.springframework.data.relational.core.mapping.Table;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * Every record of a table, read over connections as the product makes them from columns of the types its table has: what Spring Data reads from the same row
 * is the measure, over connections as the driver makes them.
 */
class EveryRecordTests {

    private static final TestDatabase DATABASE = TestDatabase.create();

    private final DatabaseClient product =
            DatabaseClient.create(connections(new ConnectionConfiguration().connectionDeadlines()::customize));
    private final DatabaseClient measure = DatabaseClient.create(connections(
            options -> options.option(PostgresqlConnectionFactoryProvider.EXTENSIONS, List.of(new EnumDecoding()))));

    private static ConnectionFactory connections(Consumer<ConnectionFactoryOptions.Builder> options) {
        var builder = ConnectionFactoryOptions.parse(DATABASE.r2dbcUrl()).mutate();
        options.accept(builder);
        return ConnectionFactories.get(builder.build());
    }

    static Stream<Class<?>> records() throws ClassNotFoundException {
        var scanner = new ClassPathScanningCandidateComponentProvider(false) {
            @Override
            protected boolean isCandidateComponent(AnnotatedBeanDefinition found) {
                return true;
            }
        };
        scanner.addIncludeFilter(new AnnotationTypeFilter(Table.class));
        var found = new ArrayList<Class<?>>();
        for (var bean : scanner.findCandidateComponents("io.duban")) {
            var type = Class.forName(bean.getBeanClassName());
            if (!type.isMemberClass()
                    || !type.getEnclosingClass().getSimpleName().endsWith("Tests")) {
                found.add(type);
            }
        }
        return found.stream();
    }

    @Test
    void recordsAreFound() throws Exception {
        assertThat(records()).hasSizeGreaterThan(50);
    }

    @ParameterizedTest
    @MethodSource("records")
    void isReadAsSpringDataReadsIt(Class<?> type) throws SQLException {
        var types = columnTypes(type.getAnnotation(Table.class).value());
        var wanted = columns(RecordShape.of(type));
        var selected = wanted.entrySet().stream()
                .map(column -> "%s as \"%s\""
                        .formatted(
                                sample(
                                        types.getOrDefault(column.getKey(), computed(column.getValue())),
                                        column.getValue()),
                                column.getKey()))
                .toList();
        var row = "select %s where $1".formatted(String.join(", ", selected));
        var reader = RecordReader.of(type);
        var mapping = new DefaultReactiveDataAccessStrategy(PostgresDialect.INSTANCE).getRowMapper(type);

        var read = product.sql(row)
                .bind(0, true)
                .map((found, columns) -> reader.read(found))
                .one()
                .block();

        assertThat(read)
                .usingRecursiveComparison()
                .isEqualTo(measure.sql(row).bind(0, true).map(mapping).one().block());
    }

    /** Stored values count from 2000. */
    @Test
    void whatWasLongAgoIsReadAsItWas() {
        var read = product.sql(
                        "select '1958-03-01'::date, '1999-12-31 23:59:59.999999Z'::timestamptz, '0.0001'::numeric where $1")
                .bind(0, true)
                .map(row ->
                        List.of(row.get(0, LocalDate.class), row.get(1, Instant.class), row.get(2, BigDecimal.class)))
                .one()
                .block();

        assertThat(read)
                .isEqualTo(List.of(
                        LocalDate.parse("1958-03-01"),
                        Instant.parse("1999-12-31T23:59:59.999999Z"),
                        new BigDecimal("0.0001")));
    }

    private static Map<String, Type> columns(RecordShape shape) {
        var columns = new TreeMap<String, Type>();
        for (var part : shape.parts()) {
            if (part instanceof RecordShape.InColumns several) {
                columns.putAll(columns(several.shape()));
            } else if (part instanceof RecordShape.InColumn one) {
                columns.put(one.column(), one.component().getGenericType());
            }
        }
        return columns;
    }

    private static Map<String, String> columnTypes(String table) throws SQLException {
        try (var connection = DATABASE.connect();
                var asked = connection.prepareStatement(
                        "select column_name, udt_name from information_schema.columns where table_name = ?")) {
            asked.setString(1, table);
            var rows = asked.executeQuery();
            var types = new TreeMap<String, String>();
            while (rows.next()) {
                types.put(rows.getString(1), rows.getString(2));
            }
            return types;
        }
    }

    /** The type of a column that no table has and a query computes. */
    private static String computed(Type component) {
        return component == boolean.class ? "bool" : component == LocalDate.class ? "date" : "timestamptz";
    }

    private static String sample(String type, Type component) {
        if (type.startsWith("_") && component instanceof ParameterizedType many) {
            var element = sample(type.substring(1), many.getActualTypeArguments()[0]);
            return "array[%s, %s]".formatted(element, element);
        }
        var constants = component instanceof Class<?> one ? one.getEnumConstants() : null;
        var text = constants != null ? ((Enum<?>) constants[0]).name() : text(type);
        return "'%s'::%s".formatted(text, type);
    }

    private static String text(String type) {
        return switch (type) {
            case "text", "varchar", "bpchar" -> "文字";
            case "uuid" -> "00000000-0000-7000-8000-000000000001";
            case "timestamptz", "timestamp" -> "2026-11-28 04:00:00.123456Z";
            case "date" -> "2026-11-28";
            case "time" -> "09:30:00";
            case "bool" -> "true";
            case "jsonb", "json" -> "{\"a\": 1}";
            case "bytea" -> "\\x0102";
            case "numeric", "float8", "float4" -> "3.25";
            default -> "7";
        };
    }
}
