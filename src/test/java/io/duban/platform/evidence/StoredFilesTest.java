package io.duban.platform.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.r2dbc.core.R2dbcEntityTemplate;
import org.springframework.data.r2dbc.dialect.PostgresDialect;
import org.springframework.data.r2dbc.repository.support.R2dbcRepositoryFactory;
import org.springframework.r2dbc.connection.init.ResourceDatabasePopulator;
import org.springframework.r2dbc.core.DatabaseClient;

/** Rows in a real PostgreSQL. */
class StoredFilesTest {

    private static final ReceivedFile PHOTO = new ReceivedFile(
            "abcdef0123456789abcdef0123456789",
            "5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8",
            4096,
            "image/jpeg",
            Bench.NOW,
            new PhotoFacts(40, 20, 6, Instant.parse("2026-11-20T01:30:00Z"), null, false, true),
            0x0123456789abcdefL);

    private static EmbeddedPostgres server;
    private static R2dbcEntityTemplate rows;
    private static StoredFiles files;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofMinutes(2))
                .start();
        var connections = new PostgresqlConnectionFactory(PostgresqlConnectionConfiguration.builder()
                .host("localhost")
                .port(server.getPort())
                .username("postgres")
                .database("postgres")
                .build());
        new ResourceDatabasePopulator(
                        migration("23.1__identity"), migration("23.5__evidence"), migration("28.12__perceptual_hash"))
                .populate(connections)
                .block();
        rows = new R2dbcEntityTemplate(DatabaseClient.create(connections), PostgresDialect.INSTANCE);
        files = new R2dbcRepositoryFactory(rows).getRepository(StoredFiles.class);
        rows.getDatabaseClient().sql("""
                        with office as (
                            insert into organization (id, kind, name, short_name)
                            values (gen_random_uuid(), 'OFFICE', '办公室', '办公室') returning id)
                        insert into person (id, name, username, organization_id) select $1, '督查员', 'officer', id from office""").bind(0, Submissions.OFFICER).then().block();
    }

    private static ClassPathResource migration(String name) {
        return new ClassPathResource("db/migration/platform/V2026.11." + name + ".sql");
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @BeforeEach
    void empty() {
        rows.delete(StoredFile.class).all().block();
    }

    @Test
    void readsBackEveryField() {
        var file = saved(StoredFile.of(
                PHOTO,
                Submissions.captured(Bench.NOW.plusSeconds(60), null),
                List.of(EvidenceFlag.TIME_SUSPECT, EvidenceFlag.DUPLICATE_IMAGE)));

        assertThat(files.findById(file.id()).block()).isEqualTo(file);
        assertThat(files.findBySubjectIdOrderByReceivedAt(Submissions.TASK)
                        .collectList()
                        .block())
                .containsExactly(file);
    }

    @Test
    void readsBackFileThatTellsLittle() {
        var received =
                new ReceivedFile(PHOTO.storageKey(), PHOTO.sha256(), 7, "application/pdf", Bench.NOW, null, null);
        var submission = new Submission(
                UUID.randomUUID(),
                Submissions.OFFICER,
                "document",
                Submissions.TASK,
                null,
                null,
                null,
                null,
                null,
                null);

        var file = saved(StoredFile.of(received, submission, List.of()));

        assertThat(files.require(file.id()).block()).isEqualTo(file);
    }

    @Test
    void findsTheSameBytesOnAnotherTaskOnly() {
        saved(StoredFile.of(PHOTO, Submissions.plain(), List.of()));

        assertThat(sameBytes(PHOTO.sha256(), UUID.randomUUID())).isEqualTo(1);
        assertThat(sameBytes(PHOTO.sha256(), Submissions.TASK)).isZero();
        assertThat(sameBytes("0", UUID.randomUUID())).isZero();
    }

    private static long sameBytes(String sha256, UUID task) {
        return files.findBySha256AndSubjectIdNotOrderByReceivedAt(sha256, task)
                .count()
                .block();
    }

    @Test
    void findsWhatLooksTheSameOnAnotherTaskOnly() {
        var saved = saved(StoredFile.of(PHOTO, Submissions.plain(), List.of()));
        var hash = saved.perceptualHash();

        assertThat(lookingLike(hash, UUID.randomUUID())).isEqualTo(1);
        assertThat(lookingLike(hash ^ 0x40_0000_0010_0003_07L, UUID.randomUUID()))
                .isEqualTo(1);
        assertThat(lookingLike(hash ^ 0x40_0000_0010_0003_0FL, UUID.randomUUID()))
                .isZero();
        assertThat(lookingLike(hash, Submissions.TASK)).isZero();
    }

    private static long lookingLike(long hash, UUID task) {
        return files.findLookingLike(hash, PerceptualHash.neighbours(hash), 7, task)
                .count()
                .block();
    }

    @Test
    void knowsWhichObjectsHaveRows() {
        saved(StoredFile.of(PHOTO, Submissions.plain(), List.of()));

        assertThat(files.existsByStorageKey(PHOTO.storageKey()).block()).isTrue();
        assertThat(files.existsByStorageKey(StorageKey.random().text()).block()).isFalse();
    }

    private static StoredFile saved(StoredFile file) {
        return rows.insert(file).block(Duration.ofSeconds(10));
    }
}
