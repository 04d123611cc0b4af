package io.duban.platform.retention;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table, in whatever order.
 *
 * @param digest as the database computes it over all of them
 */
record PartitionContent(long rows, BigDecimal digest) {

    private static final String BROUGHT_BACK = "pg_temp.brought_back";

    static PartitionContent of(String table, Connection connection) throws SQLException {
        try (var select = connection.createStatement();
                var row = select.executeQuery(
                        "select (select count(*) from %1$s), table_digest('%1$s')".formatted(table))) {
            row.next();
            return new PartitionContent(row.getLong(1), row.getBigDecimal(2));
        }
    }

    /** Of what a file brings back, tried in a table that goes with it. */
    static PartitionContent of(Path file, Partition partition, Connection connection) throws IOException, SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("create temporary table brought_back (like %s)".formatted(partition.name()));
            try {
                PartitionFile.read(file, BROUGHT_BACK, connection);
                return of(BROUGHT_BACK, connection);
            } finally {
                statement.execute("drop table " + BROUGHT_BACK);
            }
        }
    }

    /** @param remembered null where only the number of rows is */
    boolean is(long number, @Nullable BigDecimal remembered) {
        return rows == number && (remembered == null || digest.compareTo(remembered) == 0);
    }
}
