package io.duban.documents.outgoing;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.calendar.Deadline;
import io.duban.platform.commands.Command;
import io.duban.platform.persistence.Versioned;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A leader's approval by telephone (电话请示、先办后补签): pending until he confirms or denies it.
 *
 * @param callerId who called him
 * @param toldAt when he said it
 * @param textHash the text he was told of
 */
@Table("outgoing_verbal_approval")
record VerbalApproval(
        @Id UUID id,
        long version,
        UUID documentId,
        UUID leaderId,
        UUID callerId,
        UUID witnessId,
        Instant toldAt,
        String exactWords,
        String textHash,
        Instant recordedAt,
        Instant dueAt,
        @Nullable Result result,
        @Nullable String resultWords,
        @Nullable Instant decidedAt)
        implements Versioned {

    /** The clock of the leader's word in writing. */
    static final String STEP = "VERBAL_CONFIRM";

    /** What was said on the telephone, by whom, before whom. */
    record Call(UUID leaderId, UUID callerId, UUID witnessId, Instant toldAt, String exactWords) {}

    static VerbalApproval recorded(OutgoingDocument document, Call call, Deadline due, Command command) {
        return new VerbalApproval(
                UuidCreator.getTimeOrderedEpoch(),
                1,
                document.id(),
                call.leaderId(),
                call.callerId(),
                call.witnessId(),
                call.toldAt(),
                call.exactWords(),
                document.paper().hash(),
                command.now(),
                due.currentDueAt(),
                null,
                null,
                null);
    }

    boolean isPending() {
        return result == null;
    }

    VerbalApproval decided(Result said, @Nullable String words, Instant now) {
        return new VerbalApproval(
                id,
                version + 1,
                documentId,
                leaderId,
                callerId,
                witnessId,
                toldAt,
                exactWords,
                textHash,
                recordedAt,
                dueAt,
                said,
                words,
                now);
    }

    /** REPLACED: the text changed, so that he is asked to sign the new one in writing. */
    enum Result {
        CONFIRMED,
        DENIED,
        REPLACED
    }
}
