package io.duban.platform.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.platform.persistence.OwnerDatabase;
import io.duban.support.ServerTest;
import io.duban.support.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** What left a log is in a file, and the file is trusted only as it was written. */
@ServerTest
@TestPropertySource(properties = {"duban.realtime.tail=64", "duban.realtime.per-client=1000"})
class PartitionArchiveTests {

    @Autowired
    RetentionSettings settings;

    @Autowired
    OwnerDatabase owner;

    @Autowired
    TestDatabase database;

    @Autowired
    LogUpkeep upkeep;

    @Test
    void whatLeftIsInAFileThatBringsItBackAndOnlyThenItsTableGoes() throws Exception {
        var old = OldYear.of(database);
        old.event("one, with a \"comma\"\nand a line");
        old.event("two");
        upkeep.run().block();
        var name = old.partition(KeptLog.EVENTS);
        var file = settings.archive().resolve(name + ".csv.gz");
        assertThat(Files.readString(settings.archive().resolve(name + ".json")))
                .contains("\"rows\" : 2", PartitionFile.sha256(file));
        database.execute("create table brought_back (like %s)".formatted(name));
        try (var connection = database.connect();
                InputStream lines = new GZIPInputStream(Files.newInputStream(file))) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy brought_back from stdin with (format csv, header)", lines);
        }
        assertThat(old.count("select count(*) from (table brought_back except table %s) x".formatted(name)))
                .isZero();
        assertThat(old.count("select count(*) from brought_back")).isEqualTo(2);

        var whole = Files.readAllBytes(file);
        Files.write(file, new byte[] {1});
        dropping().run().block();
        assertThat(old.count("select count(to_regclass('%s'))".formatted(name))).isOne();

        Files.write(file, whole);
        dropping().run().block();
        assertThat(old.count("select count(to_regclass('%s'))".formatted(name))).isZero();
        database.execute("drop table brought_back");
    }

    /** As an operator may have it. */
    private LogUpkeep dropping() {
        var with = new RetentionSettings(
                settings.events(),
                settings.audit(),
                settings.partitionMonths(),
                settings.ahead(),
                settings.every(),
                settings.archive(),
                true);
        return new LogUpkeep(owner, with, List.of(), Clock.systemUTC(), new JsonMapper(), new SimpleMeterRegistry());
    }
}
