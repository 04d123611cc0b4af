package io.duban.platform.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class EvidenceConfigurationTest {

    @TempDir
    private Path home;

    @Test
    void keepsFilesOnDiskUnlessToldOtherwise() {
        context().run(context -> {
            assertThat(context).hasSingleBean(EvidenceIntake.class).hasSingleBean(EvidenceViewing.class);
            assertThat(context.getBean(EvidenceStore.class)).isInstanceOf(LocalEvidenceStore.class);
        });
    }

    @Test
    void keepsFilesInBucketWhenAsked() {
        context()
                .withPropertyValues(
                        "duban.evidence.store=s3",
                        "duban.evidence.s3.endpoint=http://127.0.0.1:9",
                        "duban.evidence.s3.bucket=evidence",
                        "duban.evidence.s3.access-key=key",
                        "duban.evidence.s3.secret-key=very-secret")
                .run(context -> {
                    assertThat(context.getBean(EvidenceStore.class)).isInstanceOf(S3EvidenceStore.class);
                    assertThat(context.getBean(EvidenceSettings.class).toString())
                            .doesNotContain("very-secret");
                });
    }

    @Test
    void doesNotStartWithBucketHalfDescribed() {
        context()
                .withPropertyValues("duban.evidence.store=s3")
                .run(context -> assertThat(context).hasFailed());
    }

    private ApplicationContextRunner context() {
        return new ApplicationContextRunner()
                .withUserConfiguration(EvidenceConfiguration.class)
                .withBean(Clock.class, Clock::systemUTC)
                .withBean(StoredFiles.class, KnownFiles::new)
                .withBean(Likenesses.class)
                .withBean(PaperText.class, FakePaperText::new)
                .withPropertyValues("duban.home=" + home);
    }
}
