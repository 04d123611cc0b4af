package io.duban.platform.retention;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * What became of partitions that left: a file with a manifest beside it, and, where the operator wants it, no table any more. Nothing is dropped whose
 * file is not here, unchanged, and does not bring back every row as it left.
 */
final class PartitionArchive {

    private static final Logger log = LoggerFactory.getLogger(PartitionArchive.class);

    private static final String GONE = """
            select name, log, until, row_count, digest, last_xid::text as last_xid, last_number, file, sha256 from detached_partition d
            where (file is null) = ? and dropped_at is null and to_regclass(name) is not null
              and not exists (select from pg_inherits where inhrelid = to_regclass(d.name)) order by until""";

    private final Connection connection;
    private final Path directory;
    private final JsonMapper json;

    PartitionArchive(Connection connection, Path directory, JsonMapper json) {
        this.connection = connection;
        this.directory = directory;
        this.json = json;
    }

    private record Gone(
            Partition partition,
            long rows,
            @Nullable BigDecimal digest,
            @Nullable String lastXid,
            @Nullable Long lastPosition,
            @Nullable String file,
            @Nullable String sha256) {}

    /** Writes the files of those that have none; a partition that has not the rows any more with which it left is told and left alone. */
    void export() throws SQLException, IOException {
        for (var gone : gone(true)) {
            var written = PartitionFile.write(gone.partition(), directory, connection);
            var content = PartitionContent.of(gone.partition().name(), connection);
            if (written.rows() != gone.rows() || !content.is(gone.rows(), gone.digest())) {
                log.error(
                        "{} has not the rows with which it left: its file is not trusted",
                        gone.partition().name());
                continue;
            }
            manifest(gone, written);
            run(
                    "update detached_partition set file = ?, sha256 = ?, exported_at = now() where name = ?",
                    written.name(),
                    written.sha256(),
                    gone.partition().name());
            log.info(
                    "{} is in {}, {} rows", gone.partition().name(), directory.resolve(written.name()), written.rows());
        }
    }

    /** Drops the tables of those whose file is here, as it was written, and brings back what left. */
    void drop() throws SQLException, IOException {
        for (var gone : gone(false)) {
            var file = directory.resolve(gone.file());
            if (!Files.exists(file) || !PartitionFile.sha256(file).equals(gone.sha256())) {
                log.error(
                        "{} is not dropped: {} is missing or was changed",
                        gone.partition().name(),
                        file);
                continue;
            }
            var content = PartitionContent.of(gone.partition().name(), connection);
            if (!content.is(gone.rows(), gone.digest())
                    || !content.equals(PartitionContent.of(file, gone.partition(), connection))) {
                log.error(
                        "{} is not dropped: it or what {} brings back is not what left",
                        gone.partition().name(),
                        file);
                continue;
            }
            run("drop table " + gone.partition().name());
            run(
                    "update detached_partition set dropped_at = now() where name = ?",
                    gone.partition().name());
        }
    }

    private void manifest(Gone gone, PartitionFile.Written written) throws IOException {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("partition", gone.partition().name());
        facts.put("log", gone.partition().log().table());
        facts.put("until", gone.partition().until().toString());
        facts.put("rows", written.rows());
        facts.put("lastXid", gone.lastXid());
        facts.put("lastPosition", gone.lastPosition());
        facts.put("file", written.name());
        facts.put("sha256", written.sha256());
        Files.writeString(
                directory.resolve(gone.partition().name() + ".json"),
                json.writerWithDefaultPrettyPrinter().writeValueAsString(facts));
    }

    private List<Gone> gone(boolean unwritten) throws SQLException {
        try (var select = connection.prepareStatement(GONE)) {
            select.setBoolean(1, unwritten);
            var found = new ArrayList<Gone>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(new Gone(
                            new Partition(
                                    KeptLog.of(rows.getString("log")),
                                    rows.getString("name"),
                                    rows.getTimestamp("until").toInstant()),
                            rows.getLong("row_count"),
                            rows.getBigDecimal("digest"),
                            rows.getString("last_xid"),
                            rows.getObject("last_number", Long.class),
                            rows.getString("file"),
                            rows.getString("sha256")));
                }
            }
            return found;
        }
    }

    private void run(String sql, String... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            statement.execute();
        }
    }
}
