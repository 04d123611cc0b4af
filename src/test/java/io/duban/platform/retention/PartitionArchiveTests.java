package io.duban.platform.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.platform.persistence.OwnerDatabase;
import io.duban.support.ServerTest;
import io.duban.support.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
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
        try (var connection = database.connect()) {
            PartitionFile.read(file, "brought_back", connection);
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

    @Test
    void aTableOrAFileWithOtherRowsIsNotTakenForWhatLeft() throws Exception {
        var old = OldYear.of(database);
        old.event("as it left");
        upkeep.run().block();
        var name = old.partition(KeptLog.EVENTS);
        var file = settings.archive().resolve(name + ".csv.gz");
        database.execute("update %s set title = 'another'".formatted(name));
        dropping().run().block();
        assertThat(old.count("select count(to_regclass('%s'))".formatted(name)))
                .as("the table was changed")
                .isOne();

        database.execute("update %s set title = 'as it left'".formatted(name));
        var whole = Files.readAllBytes(file);
        var changed = new ByteArrayOutputStream();
        try (var in = new GZIPInputStream(new ByteArrayInputStream(whole));
                var out = new GZIPOutputStream(changed)) {
            out.write(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("as it left", "as it lies")
                    .getBytes(StandardCharsets.UTF_8));
        }
        Files.write(file, changed.toByteArray());
        database.execute("update detached_partition set sha256 = '%s' where name = '%s'"
                .formatted(PartitionFile.sha256(file), name));
        dropping().run().block();
        assertThat(old.count("select count(to_regclass('%s'))".formatted(name)))
                .as("the file was written with other rows")
                .isOne();

        Files.write(file, whole);
        database.execute("update detached_partition set sha256 = '%s' where name = '%s'"
                .formatted(PartitionFile.sha256(file), name));
        dropping().run().block();
        assertThat(old.count("select count(to_regclass('%s'))".formatted(name))).isZero();
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
        return new LogUpkeep(owner, with, List.of(), new JsonMapper());
    }
}
