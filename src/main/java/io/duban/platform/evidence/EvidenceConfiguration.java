package io.duban.platform.evidence;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts intake, viewing and sweep together over the store that was chosen. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EvidenceSettings.class)
class EvidenceConfiguration {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int INSPECTION_THREADS = 2;
    private static final int INSPECTION_QUEUE = 32;

    private final Path incoming;
    private final Path kept;
    private final Path parts;

    EvidenceConfiguration(@Value("${duban.home:.duban}") Path home) {
        incoming = home.resolve("incoming");
        kept = home.resolve("evidence");
        parts = home.resolve("uploads");
    }

    @Bean
    EvidenceWorkers evidenceWorkers() {
        return new EvidenceWorkers(INSPECTION_THREADS, INSPECTION_QUEUE);
    }

    @Bean
    EvidenceStore evidenceStore(EvidenceSettings settings, EvidenceWorkers workers) {
        var s3 = settings.s3();
        return settings.store() == EvidenceSettings.Store.S3 && s3 != null
                ? new S3EvidenceStore(s3)
                : new LocalEvidenceStore(kept, workers);
    }

    @Bean
    EvidenceIntake evidenceIntake(
            EvidenceWorkers workers,
            EvidenceStore store,
            PartFiles parts,
            Likenesses likenesses,
            PaperText paperText,
            Clock clock) {
        return new EvidenceIntake(incoming, PATIENCE, workers, store, parts, likenesses, paperText, clock);
    }

    @Bean
    PartFiles partFiles(EvidenceSettings settings, EvidenceWorkers workers) {
        var rules = new PartFiles.Rules(settings.uploadExpires(), settings.uploadStalledAfter(), PATIENCE);
        return new PartFiles(parts, rules, workers, PartFiles::freeBytes);
    }

    @Bean
    EvidenceViewing evidenceViewing(EvidenceWorkers workers, EvidenceStore store) {
        return new EvidenceViewing(incoming, workers, store);
    }

    @Bean
    DerivedFiles derivedFiles(EvidenceWorkers workers, EvidenceStore store, EvidenceViewing viewing) {
        return new DerivedFiles(incoming, workers, store, viewing);
    }

    @Bean
    OrphanSweep orphanSweep(EvidenceWorkers workers, EvidenceStore store, StoredFiles files, Clock clock) {
        return new OrphanSweep(List.of(incoming, kept.resolve("unfinished")), workers, store, files, clock);
    }
}
