package io.duban.documents.outgoing;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.documents.outgoing.OutgoingSigner.Form;
import io.duban.documents.outgoing.OutgoingSigner.Verdict;
import io.duban.platform.persistence.Versioned;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * Another body of a joint issue (联合行文), signed for by its head.
 *
 * @param personId the head in whose name it is decided
 * @param decidedBy who pressed: the head himself, or his delegate on behalf of him
 * @param round the host's signing round; a text changed afterwards is signed anew by all bodies
 */
@Table("outgoing_countersigner")
record Countersigner(
        @Id UUID id,
        long version,
        UUID documentId,
        int round,
        UUID unitId,
        State state,
        @Nullable UUID personId,
        @Nullable UUID decidedBy,
        @Nullable Verdict verdict,
        @Nullable Form mode,
        @Nullable String opinion,
        @Nullable String decidedHash,
        @Nullable Instant decidedAt)
        implements Versioned {

    static Countersigner asked(UUID documentId, int round, UUID unit) {
        return new Countersigner(
                UuidCreator.getTimeOrderedEpoch(),
                1,
                documentId,
                round,
                unit,
                State.WAITING,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    boolean isOf(Set<UUID> persons) {
        return personId != null && persons.contains(personId) || decidedBy != null && persons.contains(decidedBy);
    }

    boolean isOpen() {
        return state == State.WAITING;
    }

    Countersigner decided(SignerDecision decision, UUID head, UUID by, Instant now) {
        return new Countersigner(
                id,
                version + 1,
                documentId,
                round,
                unitId,
                State.DONE,
                head,
                by,
                decision.verdict(),
                decision.mode(),
                decision.opinion(),
                decision.textHash(),
                now);
    }

    Countersigner lapsed() {
        return isOpen()
                ? new Countersigner(
                        id,
                        version + 1,
                        documentId,
                        round,
                        unitId,
                        State.LAPSED,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null)
                : this;
    }

    /** LAPSED was spared because another body returned the paper. */
    enum State {
        WAITING,
        DONE,
        LAPSED
    }
}
