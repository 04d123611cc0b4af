package io.duban.supervision.notices;

import static io.duban.platform.identity.Role.*;
import static io.duban.supervision.notices.ChaseLetterMove.*;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.commands.Command;
import io.duban.platform.identity.Access;
import io.duban.platform.identity.Officer;
import io.duban.platform.problem.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A chase letter (催办函) to a unit whose part of a matter is overdue.
 *
 * @param words what it says; null only where it is masked for a reader
 * @param signedById the director on whose signature it went out; null before
 * @param restsUntil the next working day, before which no other goes out for the same part; null before it is issued
 */
@Table("supervision_chase_letter")
record ChaseLetter(
        @Id UUID id,
        long version,
        ChaseLetterStatus status,
        @Embedded.Empty PaperHead head,
        UUID assignmentId,
        UUID unitId,
        @Nullable String words,
        UUID proposedById,
        @Nullable UUID signedById,
        @Nullable Instant issuedAt,
        @Nullable Instant restsUntil,
        @Nullable UUID headSignedById,
        @Nullable Instant headSignedAt,
        @Nullable UUID liaisonSignedById,
        @Nullable Instant liaisonSignedAt)
        implements SupervisionPaper {

    static final String SUBJECT_TYPE = "supervision.chaseLetter";

    static ChaseLetter proposed(AssignmentStanding part, String words, Command command) {
        var head = PaperHead.drafted(part.matterId(), "催办:" + part.title(), command.persons(), command.now());
        return new ChaseLetter(
                UuidCreator.getTimeOrderedEpoch(),
                1,
                ChaseLetterStatus.PROPOSED,
                head,
                part.assignmentId(),
                part.unitId(),
                words,
                command.officer().id(),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** The director's word: signed, or not. Never that of who proposed it. */
    void checkDecision(ChaseLetterMove verdict, Command command) {
        verdict.check(status, version, command);
        command.requireCovers(Set.of(unitId), false);
        Duties.requireAnother(command, proposedById);
    }

    ChaseLetter sign(String number, Instant rests, Instant signBy, Command command) {
        checkDecision(SIGN, command);
        var out = head.by(command).numbered(number).deliveredTo(Set.of(unitId)).due(signBy);
        return decided(SIGN, out, command.officer().id(), command.now(), rests);
    }

    ChaseLetter reject(@Nullable String why, Command command) {
        checkDecision(REJECT, command);
        return decided(REJECT, head.decided(why, command), null, null, null);
    }

    /** The head signs for it, and the liaison; who holds both posts signs once. */
    ChaseLetter signFor(Command command) {
        SIGN_FOR.checkAt(unitId, status, version, command);
        var officer = command.officer();
        var asHead = signsAsHead(officer);
        var asLiaison = signsAsLiaison(officer);
        if (!asHead && !asLiaison) {
            throw Refusal.illegalState(SIGN_FOR.name(), status.name(), List.of());
        }
        var complete = (asHead || headSignedAt != null) && (asLiaison || liaisonSignedAt != null);
        return new ChaseLetter(
                id,
                version + 1,
                complete ? COMPLETE_SIGNING.to() : SIGN_FOR.to(),
                head.at(command.now()).due(complete ? null : head.dueAt()),
                assignmentId,
                unitId,
                words,
                proposedById,
                signedById,
                issuedAt,
                restsUntil,
                asHead ? officer.id() : headSignedById,
                asHead ? command.now() : headSignedAt,
                asLiaison ? officer.id() : liaisonSignedById,
                asLiaison ? command.now() : liaisonSignedAt);
    }

    /** Whether he would not be refused a move that is in the hands of his posts. */
    boolean isOpenTo(ChaseLetterMove move, Access access) {
        return switch (move) {
            case SIGN, REJECT -> !Duties.isOneOf(access.persons(), proposedById);
            case SIGN_FOR -> signsAsHead(access.officer()) || signsAsLiaison(access.officer());
            case COMPLETE_SIGNING -> false;
        };
    }

    private boolean signsAsHead(Officer officer) {
        return headSignedAt == null && officer.hasAt(unitId, UNIT_HEAD);
    }

    private boolean signsAsLiaison(Officer officer) {
        return liaisonSignedAt == null && officer.hasAt(unitId, UNIT_LIAISON);
    }

    ChaseLetter withoutWords() {
        return with(version, status, head.saying(null), null, signedById, issuedAt, restsUntil);
    }

    private ChaseLetter decided(
            ChaseLetterMove verdict,
            PaperHead out,
            @Nullable UUID signer,
            @Nullable Instant issued,
            @Nullable Instant rests) {
        return with(version + 1, verdict.to(), out, words, signer, issued, rests);
    }

    private ChaseLetter with(
            long next,
            ChaseLetterStatus to,
            PaperHead out,
            @Nullable String said,
            @Nullable UUID signer,
            @Nullable Instant issued,
            @Nullable Instant rests) {
        return new ChaseLetter(
                id,
                next,
                to,
                out,
                assignmentId,
                unitId,
                said,
                proposedById,
                signer,
                issued,
                rests,
                headSignedById,
                headSignedAt,
                liaisonSignedById,
                liaisonSignedAt);
    }

    @Override
    public String subjectType() {
        return SUBJECT_TYPE;
    }
}
