package io.duban.documents.incoming;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.persistence.Versioned;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * One leader on the order of leaders: what he is asked, and what he wrote.
 *
 * @param writtenBy the person who wrote; another than the leader where a delegate wrote for him
 */
@Table("incoming_leader")
record LeaderSeat(
        @Id UUID id,
        long version,
        UUID documentId,
        int round,
        int seat,
        UUID leaderId,
        @Nullable String question,
        State state,
        @Nullable Verdict verdict,
        LeaderWords.@Nullable Form form,
        @Nullable String words,
        @Nullable UUID fileId,
        @Nullable Instant writtenAt,
        @Nullable UUID writtenBy)
        implements Versioned {

    /** LAPSED: the paper went back before his turn was over. */
    enum State {
        PENDING,
        ACTIVE,
        WRITTEN,
        LAPSED
    }

    static LeaderSeat asked(UUID documentId, int round, int seat, UUID leader, @Nullable String question) {
        return new LeaderSeat(
                UuidCreator.getTimeOrderedEpoch(),
                1,
                documentId,
                round,
                seat,
                leader,
                question,
                seat == 0 ? State.ACTIVE : State.PENDING,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    LeaderSeat in(State next) {
        return with(next, verdict, form, words, fileId, writtenAt, writtenBy);
    }

    LeaderSeat written(LeaderWords said, UUID by, Instant now) {
        return with(State.WRITTEN, said.verdict(), said.form(), said.exactWords(), said.fileId(), now, by);
    }

    /** The clock of his turn. */
    String step() {
        return Course.INSTRUCT + ":" + id;
    }

    private LeaderSeat with(
            State next,
            @Nullable Verdict said,
            LeaderWords.@Nullable Form how,
            @Nullable String text,
            @Nullable UUID file,
            @Nullable Instant at,
            @Nullable UUID by) {
        return new LeaderSeat(
                id, version + 1, documentId, round, seat, leaderId, question, next, said, how, text, file, at, by);
    }
}
