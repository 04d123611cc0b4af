package io.duban.supervision.inspections;

import static io.duban.supervision.Caller.INSPECTOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.platform.jobs.Job;
import io.duban.supervision.Caller;
import io.duban.support.ServerTest;
import io.duban.support.TestDatabase;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Unfinished uploads do not stay for ever, and nobody has too many of them. */
@ServerTest
class UploadLimitTests {

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    @Autowired
    List<Job> jobs;

    Tus phone;
    UUID inspection;
    byte[] photo;
    UUID id;

    @BeforeEach
    void declared() {
        phone = new Tus(port, INSPECTOR);
        inspection = Spot.of(new Caller(port)).inspection();
        photo = Photos.noise(80, 60, ThreadLocalRandom.current().nextLong());
        id = phone.declared(inspection, photo);
    }

    @Test
    void expireButAreStillAwaited() {
        phone.create(id, photo.length);
        phone.patch(id, 0, Arrays.copyOf(photo, 1000));

        database.execute("update upload set expires_at = now() - interval '1 minute' where id = '%s'".formatted(id));

        assertThat(phone.head(id).status()).isEqualTo(404);
        assertThat(phone.patch(id, 1000, new byte[1]).status()).isEqualTo(404);
        expire();
        assertThat(declaration().<Integer>at("$.offset")).isZero();
        assertThat(declaration().body()).doesNotContain("uploadUrl");
        assertThat(phone.create(id, photo.length).header("Upload-Offset")).isEqualTo("0");
        assertThat(phone.patch(id, 0, photo).status()).isEqualTo(204);
        assertThat(declaration().<Boolean>at("$.arrived")).isTrue();
    }

    @Test
    void stayUntilTheyExpire() {
        phone.create(id, photo.length);
        phone.patch(id, 0, Arrays.copyOf(photo, 1000));

        expire();

        assertThat(phone.offset(id)).isEqualTo(1000);
    }

    @Test
    void areNotMoreThanAHundredOfOnePerson() {
        database.execute("""
                with named as (
                    insert into declared_file (id, version, subject_type, subject_id, declared_by, declared_at, intake, sha256, size_bytes, note)
                    select gen_random_uuid(), 1, 'supervision.inspection', gen_random_uuid(), '%s', now(), 'PHOTO', repeat('a', 64), 9, 'many'
                    from generate_series(1, 100) returning id)
                insert into upload (id, opened_at, expires_at) select id, now(), now() + interval '1 day' from named""".formatted(INSPECTOR));
        try {
            var refused = phone.create(id, photo.length);

            assertThat(refused.status()).as(refused.body()).isEqualTo(429);
            assertThat(refused.code()).isEqualTo("E_WEB_TOO_MANY_UPLOADS");
        } finally {
            database.execute("delete from upload where id in (select id from declared_file where note = 'many')");
            database.execute("delete from declared_file where note = 'many'");
        }
        assertThat(phone.create(id, photo.length).status()).isEqualTo(201);
    }

    private void expire() {
        jobs.stream()
                .filter(job -> job.name().equals("the expiry of unfinished uploads"))
                .forEach(job -> job.work().get().block(Duration.ofSeconds(10)));
    }

    private Caller.Answer declaration() {
        return new Caller(port).get(INSPECTOR, "/declared-files/" + id);
    }
}
