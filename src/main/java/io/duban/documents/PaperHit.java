package io.duban.documents;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A paper that contains what was searched for.
 *
 * @param number its document number; null before it has one
 * @param attachment where it was found; null for the paper itself
 */
public record PaperHit(
        PaperKind kind,
        UUID id,
        String title,
        @Nullable String number,
        String status,
        Instant createdAt,
        Snippet snippet,
        @Nullable Place attachment) {

    /** Found in the paper itself. */
    public PaperHit(
            PaperKind kind,
            UUID id,
            String title,
            @Nullable String number,
            String status,
            Instant createdAt,
            Snippet snippet) {
        this(kind, id, title, number, status, createdAt, snippet, null);
    }

    /**
     * A page of an attachment.
     *
     * @param fileName null when it has none
     * @param page from 1
     */
    public record Place(UUID id, @Nullable String fileName, int page) {}

    /**
     * The hit in its surroundings.
     *
     * @param before what stands before it, at most 30 characters
     * @param hit as it is written in the paper
     * @param after what follows, at most 60 characters
     */
    public record Snippet(String before, String hit, String after) {}
}
