package io.duban.platform.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.test.StepVerifier;

class EvidenceFlagTest {

    private static final Instant TASK_START = Instant.parse("2026-11-22T00:00:00Z");

    @RegisterExtension
    private final Bench bench = new Bench();

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-,                    false",
                "2026-11-23T03:59:59Z, false",
                "2026-11-23T04:00:00Z, false",
                "2026-11-23T04:00:01Z, true",
                "2026-11-21T00:00:00Z, false",
                "2026-11-20T23:59:59Z, true"
            })
    void doubtsTimesAfterReceiptOrLongBeforeTheTask(Instant capturedAt, boolean doubted) {
        var file = bench.receive(Samples.jpeg(4, 4), Intake.PHOTO);

        var described = bench.intake
                .describe(file, Submissions.captured(capturedAt, TASK_START))
                .block();

        assertThat(described.flags()).isEqualTo(doubted ? List.of(EvidenceFlag.TIME_SUSPECT) : List.of());
    }

    @Test
    void doubtsPhotoSeenOnAnotherTask() {
        var file = bench.receive(Samples.jpeg(4, 4), Intake.PHOTO);
        bench.files.rows.add(bench.stored(file));

        var again = bench.receive(Samples.jpeg(4, 4), Intake.PHOTO);

        assertThat(flags(again, Submissions.forTask(UUID.randomUUID()))).containsExactly(EvidenceFlag.DUPLICATE_IMAGE);
        assertThat(flags(again, Submissions.plain())).isEmpty();
    }

    @Test
    void doubtsNoPaperForBeingUsedTwice() {
        var file = bench.receive(Samples.utf8("通知"), Intake.ATTACHMENT);
        bench.files.rows.add(bench.stored(file));

        assertThat(flags(file, Submissions.forTask(UUID.randomUUID()))).isEmpty();
    }

    @Test
    void refusesFileWhoseNameIsMarkedAndDeletesIt() {
        var file = bench.receive(Samples.utf8("正文"), Intake.ATTACHMENT);

        bench.intake
                .describe(file, Submissions.named("机密★10年 关于…的报告.txt"))
                .as(StepVerifier::create)
                .expectErrorMatches(
                        failure -> failure instanceof Refusal no && no.code() == RefusalCode.E_GEN_CLASSIFIED_REFUSED)
                .verify(Duration.ofSeconds(5));
        bench.leavesNothing();
    }

    private List<EvidenceFlag> flags(ReceivedFile file, Submission submission) {
        return bench.intake.describe(file, submission).block().flags();
    }
}
