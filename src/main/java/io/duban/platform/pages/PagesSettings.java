package io.duban.platform.pages;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code duban.pages.*}.
 *
 * @param processes how many papers are read at once, each in a process of its own
 * @param heap memory of one process, as {@code -Xmx} takes it
 * @param readingPatience how long reading a whole paper may take; then its process is killed
 * @param drawingPatience how long drawing one page may take; shorter than a request may
 * @param idle how long a process waits for the next paper before it ends
 * @param trustedCertificates a file of certificates (PEM) that may vouch for signers; null for none
 * @param readAheadEvery how often papers nobody has opened yet are read, for the search
 */
@ConfigurationProperties("duban.pages")
record PagesSettings(
        @DefaultValue("1") int processes,
        @DefaultValue("256m") String heap,
        @DefaultValue("25s") Duration readingPatience,
        @DefaultValue("8s") Duration drawingPatience,
        @DefaultValue("60s") Duration idle,
        @Nullable String trustedCertificates,
        @DefaultValue("30s") Duration readAheadEvery) {

    String anchors() {
        return trustedCertificates == null ? "" : trustedCertificates;
    }
}
