package io.duban.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The product's database, looked into from beside. */
public record Database(int port) {

    private static final String ADDRESS = "jdbc:postgresql://127.0.0.1:%d/postgres?user=postgres";

    /** What to do with a connection. */
    public interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /** Does it, and closes the connection. */
    public <T> T use(Work<T> work) {
        try (var connection = DriverManager.getConnection(ADDRESS.formatted(port))) {
            return work.with(connection);
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }

    /** The one number it asks for. */
    public long count(String sql) {
        return use(connection -> {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(sql)) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }

    /** The first column. */
    public List<String> list(String sql) {
        return use(connection -> {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(sql)) {
                var found = new ArrayList<String>();
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
                return found;
            }
        });
    }

    /** One after the other. */
    public void execute(String... statements) {
        use(connection -> {
            try (var statement = connection.createStatement()) {
                for (var sql : statements) {
                    statement.execute(sql);
                }
                return null;
            }
        });
    }
}
