package io.duban.platform.pages;

import io.duban.platform.evidence.DerivedFiles;
import io.duban.platform.evidence.StoredFiles;
import io.duban.platform.jobs.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** Puts the reading of papers together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PagesSettings.class)
class PagesConfiguration {

    private static final Logger log = LoggerFactory.getLogger(PagesConfiguration.class);

    private static final int AHEAD = 10;

    @Bean
    PaperWorkers paperWorkers(@Value("${duban.home:.duban}") Path home, PagesSettings settings) {
        return new PaperWorkers(home.resolve("pages"), settings);
    }

    @Bean
    PageReading pageReading(
            DerivedFiles files, PageRows rows, PaperWorkers workers, PagesSettings settings, Clock clock)
            throws IOException, NoSuchAlgorithmException {
        return new PageReading(files, rows, workers, trust(settings.anchors()), clock);
    }

    // A file that cannot be read stops the start: silently trusting nobody would be taken for bad seals.
    private static String trust(String anchors) throws IOException, NoSuchAlgorithmException {
        return anchors.isEmpty()
                ? "none"
                : HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(Path.of(anchors))))
                        .substring(0, 16);
    }

    /** So that the search knows papers nobody has opened yet; one at a time, behind whoever waits for a page. */
    @Bean
    Job readingAhead(PageReading reading, PageRows rows, StoredFiles files, PagesSettings settings) {
        return new Job(
                "the reading of papers nobody has opened",
                settings.readAheadEvery(),
                () -> rows.unread(AHEAD)
                        .concatMap(files::findById)
                        .concatMap(
                                file -> reading.describe(file)
                                        .doOnError(fault -> log.warn(
                                                "File {} was not read ahead and will be tried again: {}",
                                                file.id(),
                                                fault.toString()))
                                        .onErrorResume(fault -> Mono.empty()),
                                1)
                        .then());
    }
}
