package io.duban.documents.incoming;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.commands.Command;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A line of the handling sheet (文件处理单): what was done with the paper, by whom, when, and in what words. Never changed.
 *
 * @param personId null for what the product did by itself
 * @param actorId the delegate who did it for him; null when he did it himself
 */
@Table("incoming_entry")
record JournalEntry(
        @Id UUID id,
        UUID documentId,
        long documentVersion,
        String step,
        @Nullable UUID personId,
        @Nullable UUID actorId,
        @Nullable String words,
        Instant doneAt) {

    static JournalEntry of(String step, IncomingDocument document, @Nullable String words, Command command) {
        return new JournalEntry(
                UuidCreator.getTimeOrderedEpoch(),
                document.id(),
                document.version(),
                step,
                command.officer().id(),
                command.mandate() == null ? null : command.actor().id(),
                words,
                command.now());
    }

    /** What nobody commanded. */
    static JournalEntry found(String step, IncomingDocument document, Instant now) {
        return new JournalEntry(
                UuidCreator.getTimeOrderedEpoch(), document.id(), document.version(), step, null, null, null, now);
    }
}
