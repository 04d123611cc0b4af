package io.duban.documents.outgoing;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.persistence.Versioned;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * One seat on the signing sheet: who is asked, by whom, where in the order, and what he said.
 *
 * @param round of the sheet; a paper returned and presented again gets a new one
 * @param addedBy the seat that asked for this one; null for the main signer
 * @param depth 0 for the main signer, 1 for those he added, 2 for those they added
 * @param decidedHash the text the decision is about
 * @param decidedBy who pressed: he himself, or his delegate on behalf of him
 */
@Table("outgoing_signer")
record OutgoingSigner(
        @Id UUID id,
        long version,
        UUID documentId,
        int round,
        int seat,
        UUID personId,
        @Nullable UUID addedBy,
        Position position,
        OpinionMode opinionMode,
        int depth,
        State state,
        @Nullable Verdict verdict,
        @Nullable Form mode,
        @Nullable String opinion,
        @Nullable String decidedHash,
        @Nullable Instant decidedAt,
        @Nullable UUID decidedBy)
        implements Versioned {

    static OutgoingSigner main(UUID documentId, int round, UUID person) {
        return undecided(documentId, round, 0, person, null, Position.MAIN, OpinionMode.APPROVAL, 0);
    }

    OutgoingSigner adding(int newSeat, UUID person, Position newPosition, OpinionMode newMode) {
        return undecided(documentId, round, newSeat, person, id, newPosition, newMode, depth + 1);
    }

    /** The same seat on the next round's sheet, not decided yet. */
    OutgoingSigner again(int newRound, @Nullable UUID newAddedBy) {
        return undecided(documentId, newRound, seat, personId, newAddedBy, position, opinionMode, depth);
    }

    OutgoingSigner in(State next) {
        return next == state ? this : with(next, verdict, mode, opinion, decidedHash, decidedAt);
    }

    OutgoingSigner decided(Verdict said, Form how, @Nullable String words, String hash, Instant now) {
        return with(State.DONE, said, how, words, hash, now);
    }

    /** The same decision, by whoever pressed. */
    OutgoingSigner by(UUID person) {
        return new OutgoingSigner(
                id,
                version,
                documentId,
                round,
                seat,
                personId,
                addedBy,
                position,
                opinionMode,
                depth,
                state,
                verdict,
                mode,
                opinion,
                decidedHash,
                decidedAt,
                person);
    }

    /** Whether one of these persons sits or decided here. */
    boolean isOf(Set<UUID> persons) {
        return persons.contains(personId) || decidedBy != null && persons.contains(decidedBy);
    }

    boolean isMain() {
        return position == Position.MAIN;
    }

    boolean isUndecided() {
        return state == State.PENDING || state == State.ACTIVE;
    }

    boolean isApproval() {
        return opinionMode == OpinionMode.APPROVAL;
    }

    private OutgoingSigner with(
            State newState,
            @Nullable Verdict said,
            @Nullable Form how,
            @Nullable String words,
            @Nullable String hash,
            @Nullable Instant at) {
        return new OutgoingSigner(
                id,
                version + 1,
                documentId,
                round,
                seat,
                personId,
                addedBy,
                position,
                opinionMode,
                depth,
                newState,
                said,
                how,
                words,
                hash,
                at,
                decidedBy);
    }

    private static OutgoingSigner undecided(
            UUID documentId,
            int round,
            int seat,
            UUID person,
            @Nullable UUID addedBy,
            Position position,
            OpinionMode mode,
            int depth) {
        return new OutgoingSigner(
                UuidCreator.getTimeOrderedEpoch(),
                1,
                documentId,
                round,
                seat,
                person,
                addedBy,
                position,
                mode,
                depth,
                State.PENDING,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** Where in the order, seen from who added him. */
    enum Position {
        MAIN,
        BEFORE,
        AFTER,
        PARALLEL
    }

    /** Whether his "no" stops the paper. */
    enum OpinionMode {
        ADVICE,
        APPROVAL
    }

    /** PENDING waits for others, ACTIVE is at hand, LAPSED was spared because the paper went back. */
    enum State {
        PENDING,
        ACTIVE,
        DONE,
        LAPSED
    }

    /** SIGN is the main signer's word, AGREE an added signer's. */
    enum Verdict {
        SIGN,
        AGREE,
        RETURN
    }

    /** In words, 圈阅, or told on the telephone and recorded by the office. */
    enum Form {
        EXPLICIT,
        CIRCLE,
        VERBAL
    }
}
