package io.duban.platform.retention;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.postgresql.PGConnection;

/** A partition that left, as a file that {@code COPY … FROM} takes back: CSV with a head line, compressed. */
final class PartitionFile {

    private static final String COPY = "copy (select * from %s order by %s) to stdout with (format csv, header)";
    private static final int BUFFER = 1 << 16;

    private PartitionFile() {}

    /**
     * @param name of the file
     * @param sha256 of its bytes, in hexadecimal
     */
    record Written(String name, long rows, String sha256) {}

    /** Writes it whole or not at all: it has its name once every byte is on the disk. */
    static Written write(Partition partition, Path directory, Connection connection) throws IOException, SQLException {
        Files.createDirectories(directory);
        var name = partition.name() + ".csv.gz";
        var unfinished = directory.resolve(name + ".part");
        var rows = copy(partition, unfinished, connection);
        try (var file = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            file.force(true);
        }
        var sha256 = sha256(unfinished);
        Files.move(unfinished, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        keepNames(directory);
        return new Written(name, rows, sha256);
    }

    /** A table may be dropped right after: its file's name must outlive a power failure as its bytes do. */
    private static void keepNames(Path directory) throws IOException {
        if (File.separatorChar == '/') { // Windows opens no directory, and writes names at once
            try (var names = FileChannel.open(directory, StandardOpenOption.READ)) {
                names.force(true);
            }
        }
    }

    /** Brings its rows back, into a table that has its columns. */
    static void read(Path file, String table, Connection connection) throws IOException, SQLException {
        try (var lines = new GZIPInputStream(Files.newInputStream(file), BUFFER)) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy %s from stdin with (format csv, header)".formatted(table), lines);
        }
    }

    static String sha256(Path file) throws IOException {
        try (var bytes = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            bytes.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(bytes.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    private static long copy(Partition partition, Path file, Connection connection) throws IOException, SQLException {
        try (var out = new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(file)), BUFFER)) {
            return connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut(COPY.formatted(partition.name(), partition.log().order()), out);
        }
    }
}
