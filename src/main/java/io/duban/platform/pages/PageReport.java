package io.duban.platform.pages;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a file's pages.
 *
 * @param fileId the stored file
 * @param edition of the reading; another one when files are read in a better way, or other issuers are trusted
 * @param fault why there are no pages; null when there are
 * @param layout whether the pages are the author's own; null when there are none
 * @param sizes of the pages, in order; empty when there are none
 * @param seals what was found out about seals and signatures
 * @param readAt when the file was read
 */
public record PageReport(
        UUID fileId,
        String edition,
        @Nullable PaperFault fault,
        @Nullable PageLayout layout,
        List<PageSize> sizes,
        List<SealFinding> seals,
        Instant readAt) {

    static PageReport of(UUID fileId, String edition, PaperContents contents, Instant now) {
        return new PageReport(fileId, edition, null, contents.layout(), contents.sizes(), contents.seals(), now);
    }

    static PageReport failed(UUID fileId, String edition, PaperFault fault, Instant now) {
        return new PageReport(fileId, edition, fault, null, List.of(), List.of(), now);
    }

    /** In Chinese, why there are no pages; null when there are. */
    public @Nullable String reason() {
        return fault == null ? null : fault.reason();
    }

    /** The verdict a reader has to know of first; {@link SealVerdict#NONE} when nothing is sealed or signed. */
    public SealVerdict verdict() {
        return seals.stream().map(SealFinding::verdict).reduce(SealVerdict.NONE, SealVerdict::worse);
    }
}
