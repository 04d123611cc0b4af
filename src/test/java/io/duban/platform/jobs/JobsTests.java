package io.duban.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.ServerTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the running product does by itself. */
@ServerTest
class JobsTests {

    @Autowired
    List<Job> jobs;

    @Test
    void noSweepIsWrittenAndNeverRun() {
        assertThat(jobs)
                .extracting(Job::name)
                .contains(
                        "the sweep of deadlines",
                        "the expiry of idempotency keys",
                        "the removal of files without a row");
    }

    @Test
    void eachInstanceRunsOnlyWhatLiesOnItsDiskOrIsSharedOut() {
        assertThat(jobs)
                .filteredOn(job -> job.where() == Job.Where.EACH_INSTANCE)
                .extracting(Job::name)
                .containsExactlyInAnyOrder(
                        "the expiry of unfinished uploads",
                        "the removal of files without a row",
                        "the import of tickets",
                        "the figures of the audit trail",
                        "the figures of the logs");
    }
}
