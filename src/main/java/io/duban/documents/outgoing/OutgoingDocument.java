package io.duban.documents.outgoing;

import static io.duban.documents.outgoing.OutgoingMove.*;

import io.duban.platform.calendar.Deadline;
import io.duban.platform.commands.Command;
import io.duban.platform.persistence.Versioned;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        return moved(CHANGE_DRAFT, command)
                .with(origin.writtenBy(command.officer().id()))
                .with(paper.withText(title, text))
                .with(progress.stopped(command.now()));
    }

    OutgoingDocument attachedTo(Command command) {
        Duties.ofDraftingUnit(this, ATTACH, command);
        return moved(ATTACH, command)
                .with(origin.writtenBy(command.officer().id()))
                .with(progress.stopped(command.now()));
    }

    OutgoingDocument submitted(Deadline due, Command command) {
        Duties.ofUnitHead(this, SUBMIT_FOR_REVIEW, command);
        return moved(SUBMIT_FOR_REVIEW, command)
                .with(origin.signedOffBy(command.officer().id()))
                .with(progress.running(due, command.now()));
    }

    OutgoingDocument reviewed(@Nullable String opinion, Command command) {
        Duties.notOfAuthor(this, PASS_REVIEW, command);
        return moved(PASS_REVIEW, command)
                .with(review.passed(command.officer().id(), paper.hash(), opinion, command.now()))
                .with(progress.at(command.now()));
    }

    OutgoingDocument returned(List<String> defects, Command command) {
        Duties.notOfAuthor(this, RETURN_DRAFT, command);
        return moved(RETURN_DRAFT, command).with(review.returned(defects)).with(progress.stopped(command.now()));
    }

    OutgoingDocument presented(UUID signer, boolean important, Deadline due, Command command) {
        Duties.notOfAuthor(this, REQUEST_SIGNATURE, command);
        Duties.presentable(this);
        Duties.freeToSign(signer, this, command.officer().id());
        return moved(REQUEST_SIGNATURE, command)
                .with(review.presented(command.officer().id(), important))
                .with(progress.running(due, command.now()))
                .with(Set.of(), Set.of(signer));
    }

    OutgoingDocument signerAdded(UUID person, Command command) {
        return moved(ADD_SIGNER, command).with(progress.at(command.now())).with(Set.of(), Set.of(person));
    }

    OutgoingDocument opinionGiven(Command command) {
        return moved(GIVE_OPINION, command).with(progress.at(command.now()));
    }

    OutgoingDocument signed(Command command) {
        return moved(SIGN, command).with(progress.signed(command.now()));
    }

    OutgoingDocument returnedBySigner(List<String> instruction, Command command) {
        return moved(RETURN_BY_SIGNER, command)
                .with(review.returned(instruction))
                .with(progress.stopped(command.now()));
    }

    OutgoingDocument rechecked(Paper edited, Command command) {
        return moved(RECHECK, command)
                .with(edited)
                .with(review.rechecked(command.officer().id(), edited.hash()))
                .with(progress.stopped(command.now()));
    }

    OutgoingDocument returnedToSigner(Paper edited, Deadline due, Command command) {
        return moved(RETURN_TO_SIGNER, command)
                .with(edited)
                .with(review.againToSigners(command.officer().id(), edited.hash()))
                .with(progress.unsigned().running(due, command.now()));
    }

    /** @param taken null for a paper that is to have no number */
    OutgoingDocument numbered(@Nullable NumberSequence taken, Command command) {
        return moved(ALLOT_NUMBER, command)
                .with(registration.numbered(taken, command.officer().id(), command.now()))
                .with(progress.at(command.now()));
    }

    OutgoingDocument sealed(String seal, int copies, Command command) {
        return moved(SEAL, command)
                .with(registration.sealed(seal, copies, command.officer().id(), command.now()))
                .with(progress.at(command.now()));
    }

    /** From now on it is the recipients' as well. */
    OutgoingDocument issued(Set<UUID> recipients, Deadline due, Command command) {
        return moved(ISSUE, command)
                .with(registration.issued(command.officer().id(), command.now()))
                .with(progress.running(due, command.now()))
                .with(recipients, recipients);
    }

    /** @param byAll whether this was the last receipt that was missing */
    OutgoingDocument signedFor(boolean byAll, Command command) {
        return moved(SIGN_FOR, command).with(byAll ? progress.stopped(command.now()) : progress.at(command.now()));
    }

    OutgoingDocument withdrawn(String reason, Command command) {
        Duties.ofUnitHead(this, WITHDRAW, command);
        return moved(WITHDRAW, command).with(progress.withdrawn(reason, command.now()));
    }

    private OutgoingDocument moved(OutgoingMove move, Command command) {
        var hands = union(participantIds, Set.of(command.officer().id()));
        return new OutgoingDocument(
                id, version + 1, move.to(), origin, paper, review, registration, progress, unitIds, hands);
    }

    private OutgoingDocument with(Origin next) {
        return new OutgoingDocument(
                id, version, status, next, paper, review, registration, progress, unitIds, participantIds);
    }

    private OutgoingDocument with(Paper next) {
        return new OutgoingDocument(
                id, version, status, origin, next, review, registration, progress, unitIds, participantIds);
    }

    private OutgoingDocument with(Review next) {
        return new OutgoingDocument(
                id, version, status, origin, paper, next, registration, progress, unitIds, participantIds);
    }

    private OutgoingDocument with(Registration next) {
        return new OutgoingDocument(
                id, version, status, origin, paper, review, next, progress, unitIds, participantIds);
    }

    private OutgoingDocument with(Progress next) {
        return new OutgoingDocument(
                id, version, status, origin, paper, review, registration, next, unitIds, participantIds);
    }

    private OutgoingDocument with(Collection<UUID> moreUnits, Collection<UUID> moreHands) {
        var units = union(unitIds, moreUnits);
        var hands = union(participantIds, moreHands);
        return new OutgoingDocument(id, version, status, origin, paper, review, registration, progress, units, hands);
    }

    private static Set<UUID> union(Set<UUID> some, Collection<UUID> more) {
        return Stream.concat(some.stream(), more.stream()).collect(Collectors.toUnmodifiableSet());
    }
}
