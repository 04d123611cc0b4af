package io.duban.documents;

import static io.duban.documents.OutgoingMove.*;

import io.duban.platform.calendar.Deadline;
import io.duban.platform.commands.Command;
import io.duban.platform.persistence.Versioned;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/** An outgoing document (发文) and its way to its recipients; every change goes through an {@link OutgoingMove}. */
@Table("outgoing_document")
record OutgoingDocument(
        @Id UUID id,
        long version,
        OutgoingStatus status,
        @Embedded.Empty Origin origin,
        @Embedded.Empty Paper paper,
        @Embedded.Empty Review review,
        @Embedded.Empty Registration registration,
        @Embedded.Empty Progress progress,
        Set<UUID> unitIds,
        Set<UUID> participantIds)
        implements Versioned {

    /** The clock of the office's review. */
    static final String REVIEW = "REVIEW";

    /** The clock of the signers. */
    static final String SIGNATURE = "SIGNATURE";

    static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

    /** A draft belongs to its unit as a whole: who speaks for the unit may take it over from a colleague. */
    static OutgoingDocument drafted(UUID id, UUID unit, Paper paper, Command command) {
        var drafter = command.officer().id();
        return new OutgoingDocument(
                id,
                1,
                OutgoingStatus.DRAFTING,
                Origin.of(unit, drafter, command.now()),
                paper.checked(),
                Review.NONE,
                Registration.NONE,
                Progress.begun(command.now()),
                Set.of(unit),
                Set.of(unit, drafter));
    }

    OutgoingDocument rewritten(String title, String text, Command command) {
        Duties.ofDraftingUnit(this, CHANGE_DRAFT, command);
        return moved(
                CHANGE_DRAFT,
                origin.writtenBy(command.officer().id()),
                paper.withText(title, text),
                review,
                registration,
                progress.stopped(command.now()),
                command);
    }

    OutgoingDocument attachedTo(Command command) {
        Duties.ofDraftingUnit(this, ATTACH, command);
        return moved(
                ATTACH,
                origin.writtenBy(command.officer().id()),
                paper,
                review,
                registration,
                progress.stopped(command.now()),
                command);
    }

    OutgoingDocument submitted(Deadline due, Command command) {
        Duties.ofUnitHead(this, SUBMIT_FOR_REVIEW, command);
        return moved(
                SUBMIT_FOR_REVIEW,
                origin.signedOffBy(command.officer().id()),
                paper,
                review,
                registration,
                progress.running(due, command.now()),
                command);
    }

    OutgoingDocument reviewed(@Nullable String opinion, Command command) {
        Duties.notOfAuthor(this, PASS_REVIEW, command);
        ClassifiedText.refuse(opinion);
        return moved(
                PASS_REVIEW,
                review.passed(command.officer().id(), paper.hash(), opinion, command.now()),
                progress.at(command.now()),
                command);
    }

    OutgoingDocument returned(List<String> defects, Command command) {
        Duties.notOfAuthor(this, RETURN_DRAFT, command);
        ClassifiedText.refuse(defects);
        return moved(RETURN_DRAFT, review.returned(defects), progress.stopped(command.now()), command);
    }

    OutgoingDocument presented(UUID signer, boolean important, Deadline due, Command command) {
        Duties.notOfAuthor(this, REQUEST_SIGNATURE, command);
        Duties.presentable(this);
        Duties.freeToSign(signer, this, command.officer().id());
        return moved(
                        REQUEST_SIGNATURE,
                        review.presented(command.officer().id(), important),
                        progress.running(due, command.now()),
                        command)
                .with(Set.of(), Set.of(signer));
    }

    OutgoingDocument signerAdded(UUID person, Command command) {
        return moved(ADD_SIGNER, review, progress.at(command.now()), command).with(Set.of(), Set.of(person));
    }

    OutgoingDocument opinionGiven(Command command) {
        return moved(GIVE_OPINION, review, progress.at(command.now()), command);
    }

    OutgoingDocument signed(Command command) {
        return moved(SIGN, review, progress.signed(command.now()), command);
    }

    OutgoingDocument returnedBySigner(List<String> instruction, Command command) {
        return moved(RETURN_BY_SIGNER, review.returned(instruction), progress.stopped(command.now()), command);
    }

    OutgoingDocument rechecked(Paper edited, Command command) {
        return moved(
                RECHECK,
                origin,
                edited,
                review.rechecked(command.officer().id(), edited.hash()),
                registration,
                progress.stopped(command.now()),
                command);
    }

    OutgoingDocument returnedToSigner(Paper edited, Deadline due, Command command) {
        return moved(
                RETURN_TO_SIGNER,
                origin,
                edited,
                review.againToSigners(command.officer().id(), edited.hash()),
                registration,
                progress.unsigned().running(due, command.now()),
                command);
    }

    /** @param taken null for a paper that is to have no number */
    OutgoingDocument numbered(@Nullable NumberSequence taken, Command command) {
        return registered(
                ALLOT_NUMBER, registration.numbered(taken, command.officer().id(), command.now()), command);
    }

    OutgoingDocument sealed(String seal, int copies, Command command) {
        return registered(
                SEAL, registration.sealed(seal, copies, command.officer().id(), command.now()), command);
    }

    /** From now on it is the recipients' as well. */
    OutgoingDocument issued(Set<UUID> recipients, Deadline due, Command command) {
        return moved(
                        ISSUE,
                        origin,
                        paper,
                        review,
                        registration.issued(command.officer().id(), command.now()),
                        progress.running(due, command.now()),
                        command)
                .with(recipients, recipients);
    }

    /** @param byAll whether this was the last receipt that was missing */
    OutgoingDocument signedFor(boolean byAll, Command command) {
        return moved(SIGN_FOR, review, byAll ? progress.stopped(command.now()) : progress.at(command.now()), command);
    }

    OutgoingDocument withdrawn(String reason, Command command) {
        Duties.ofUnitHead(this, WITHDRAW, command);
        ClassifiedText.refuse(reason);
        return moved(WITHDRAW, review, progress.withdrawn(reason, command.now()), command);
    }

    /** 成文日期: the day of the last signature. */
    @Nullable
    LocalDate documentDate() {
        return progress.signedAt() == null ? null : LocalDate.ofInstant(progress.signedAt(), OFFICE);
    }

    private OutgoingDocument registered(OutgoingMove move, Registration entry, Command command) {
        return moved(move, origin, paper, review, entry, progress.at(command.now()), command);
    }

    private OutgoingDocument moved(OutgoingMove move, Review newReview, Progress newProgress, Command command) {
        return moved(move, origin, paper, newReview, registration, newProgress, command);
    }

    private OutgoingDocument moved(
            OutgoingMove move,
            Origin newOrigin,
            Paper newPaper,
            Review newReview,
            Registration newRegistration,
            Progress newProgress,
            Command command) {
        return new OutgoingDocument(
                        id,
                        version + 1,
                        move.to(),
                        newOrigin,
                        newPaper,
                        newReview,
                        newRegistration,
                        newProgress,
                        unitIds,
                        participantIds)
                .with(Set.of(), Set.of(command.officer().id()));
    }

    private OutgoingDocument with(Collection<UUID> moreUnits, Collection<UUID> moreParticipants) {
        return new OutgoingDocument(
                id,
                version,
                status,
                origin,
                paper,
                review,
                registration,
                progress,
                union(unitIds, moreUnits),
                union(participantIds, moreParticipants));
    }

    private static Set<UUID> union(Set<UUID> some, Collection<UUID> more) {
        var all = new HashSet<>(some);
        all.addAll(more);
        return all;
    }
}
