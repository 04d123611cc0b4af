package io.duban.documents.outgoing;

import static io.duban.documents.outgoing.OutgoingMove.*;

import io.duban.platform.calendar.Deadline;
import io.duban.platform.commands.Command;
import io.duban.platform.persistence.Versioned;
import java.time.LocalDate;
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
        @Embedded.Empty Particulars particulars,
        @Embedded.Empty Review review,
        @Embedded.Empty Registration registration,
        @Embedded.Empty Progress progress,
        @Embedded.Empty Course course,
        @Embedded.Empty Ending ending,
        Set<UUID> unitIds,
        Set<UUID> participantIds)
        implements Versioned {

    /** A draft belongs to its unit as a whole: who speaks for the unit may take it over from a colleague. */
    static OutgoingDocument drafted(UUID id, UUID unit, Paper paper, Particulars particulars, Command command) {
        var drafter = command.officer().id();
        return new OutgoingDocument(
                id,
                1,
                OutgoingStatus.DRAFTING,
                Origin.of(unit, drafter, command.persons(), command.now()),
                paper.checked(),
                particulars.checked(paper, unit),
                Review.NONE,
                Registration.NONE,
                Progress.begun(command.now()),
                Course.NONE,
                Ending.NONE,
                Set.of(unit),
                union(Set.of(unit), command.persons()));
    }

    OutgoingDocument rewritten(String title, String text, Command command) {
        Duties.ofDraftingUnit(this, CHANGE_DRAFT, command);
        return moved(CHANGE_DRAFT, command)
                .with(origin.writtenBy(command.persons()))
                .with(paper.withText(title, text))
                .with(progress.stopped(command.now()));
    }

    OutgoingDocument attachedTo(Command command) {
        Duties.ofDraftingUnit(this, ATTACH, command);
        return moved(ATTACH, command).with(origin.writtenBy(command.persons())).with(progress.stopped(command.now()));
    }

    /** @param move by which the unit's head signs it off: after a co-signing, or without one */
    OutgoingDocument submitted(OutgoingMove move, Deadline due, Command command) {
        Duties.ofUnitHead(this, move, command);
        return moved(move, command)
                .with(origin.signedOffBy(command.officer().id(), command.persons()))
                .with(progress.running(due, command.now()));
    }

    OutgoingDocument reviewed(@Nullable String opinion, Command command) {
        Duties.notOfAuthor(this, PASS_REVIEW, command);
        return moved(PASS_REVIEW, command)
                .with(review.passed(command.officer().id(), paper.hash(), opinion, command.now())
                        .reviewedToo(command.persons()))
                .with(course.opened(command.officer().id(), command.now()))
                .with(progress.at(command.now()));
    }

    OutgoingDocument returned(List<Defect> defects, Command command) {
        Duties.notOfAuthor(this, RETURN_DRAFT, command);
        return moved(RETURN_DRAFT, command).with(review.returned(defects)).with(progress.stopped(command.now()));
    }

    OutgoingDocument presented(UUID signer, boolean important, Deadline due, Command command) {
        Duties.notOfAuthor(this, REQUEST_SIGNATURE, command);
        Duties.presentable(this);
        Duties.freeToSign(signer, this, command);
        return moved(REQUEST_SIGNATURE, command)
                .with(review.presented(command.officer().id(), important).reviewedToo(command.persons()))
                .with(progress.running(due, command.now()))
                .handedTo(Set.of(signer));
    }

    /** Signed by all it needs, or by the host of a joint issue. */
    OutgoingDocument signed(OutgoingMove move, Command command) {
        return moved(move, command).with(progress.signed(command.now()));
    }

    OutgoingDocument returnedBySigner(OutgoingMove move, String instruction, Command command) {
        return moved(move, command)
                .with(review.returned(List.of(new Defect(Defect.ReviewPoint.OTHER, instruction))))
                .with(progress.stopped(command.now()));
    }

    OutgoingDocument rechecked(Paper edited, Command command) {
        return moved(RECHECK, command)
                .with(edited)
                .with(review.rechecked(command.officer().id(), edited.hash()))
                .with(progress.stopped(command.now()));
    }

    /** 成文日期: the day a meeting passed it, else that of the last signature; null before it. */
    @Nullable
    LocalDate documentDate() {
        var signed = progress.documentDate();
        return signed == null || particulars.passedOn() == null ? signed : particulars.passedOn();
    }

    /** By the table; whoever made the move takes part in the paper from now on, and a new desk has not opened it yet. */
    OutgoingDocument moved(OutgoingMove move, Command command) {
        var next = move.after(status);
        return new OutgoingDocument(
                id,
                version + 1,
                next,
                origin,
                paper,
                particulars,
                review,
                registration,
                progress,
                next == status ? course : course.handedOn(),
                ending,
                unitIds,
                union(participantIds, command.persons()));
    }

    /** Whoever has it at hand acts on it, and so has opened it. */
    OutgoingDocument opened(Command command) {
        return with(course.opened(command.officer().id(), command.now()));
    }

    OutgoingDocument withReviewers(Set<UUID> reviewers) {
        return with(review.reviewedToo(reviewers));
    }

    OutgoingDocument handedTo(Collection<UUID> hands) {
        return with(Set.of(), hands);
    }

    OutgoingDocument with(DocumentPart part) {
        return new OutgoingDocument(
                id,
                version,
                status,
                part instanceof Origin next ? next : origin,
                part instanceof Paper next ? next : paper,
                part instanceof Particulars next ? next : particulars,
                part instanceof Review next ? next : review,
                part instanceof Registration next ? next : registration,
                part instanceof Progress next ? next : progress,
                part instanceof Course next ? next : course,
                part instanceof Ending next ? next : ending,
                unitIds,
                participantIds);
    }

    OutgoingDocument with(Collection<UUID> moreUnits, Collection<UUID> moreHands) {
        var units = union(unitIds, moreUnits);
        var hands = union(participantIds, moreHands);
        return new OutgoingDocument(
                id,
                version,
                status,
                origin,
                paper,
                particulars,
                review,
                registration,
                progress,
                course,
                ending,
                units,
                hands);
    }

    private static Set<UUID> union(Set<UUID> some, Collection<UUID> more) {
        return Stream.concat(some.stream(), more.stream()).collect(Collectors.toUnmodifiableSet());
    }
}
