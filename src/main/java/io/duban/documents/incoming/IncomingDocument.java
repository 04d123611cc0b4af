package io.duban.documents.incoming;

import io.duban.platform.commands.Command;
import io.duban.platform.identity.Role;
import io.duban.platform.persistence.Versioned;
import io.duban.platform.problem.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/** An incoming document (收文) on its way through the office; every change of its state is an {@link IncomingMove}. */
@Table("incoming_document")
record IncomingDocument(
        @Id UUID id,
        long version,
        IncomingStatus status,
        @Embedded.Empty Sender sender,
        @Embedded.Empty Content content,
        @Embedded.Empty Register register,
        @Embedded.Empty Proposal proposal,
        @Embedded.Empty Leading leading,
        @Embedded.Empty Assigning assigning,
        @Embedded.Empty Ending ending,
        @Embedded.Empty Course course,
        Set<UUID> unitIds,
        Set<UUID> participantIds)
        implements Versioned {

    /** It belongs to the unit that sent it, and to whoever brought it. */
    static IncomingDocument delivered(UUID id, Sender sender, Content content, Register register, Command command) {
        var unit = Stream.ofNullable(sender.senderUnitId()).collect(Collectors.toUnmodifiableSet());
        return new IncomingDocument(
                id,
                1,
                IncomingStatus.PENDING_RECEIPT,
                sender,
                content.checked(),
                register,
                Proposal.NONE,
                Leading.NONE,
                Assigning.NONE,
                Ending.NONE,
                Course.begun(command.now()),
                unit,
                union(unit, Set.of(command.officer().id())));
    }

    /** A new paper registered in the statement that makes it; the registrar took it down himself, and there is nothing to sign for. */
    IncomingDocument asRegistered() {
        return in(IncomingStatus.REGISTERED, version);
    }

    /** @throws Refusal when the move is not in the table, not in his hands, or he saw another version */
    void check(IncomingMove move, Command command) {
        move.check(status, version, command);
        requireMandate(command);
    }

    /** The paper in its next state; whoever moves it has part in it from now on. */
    IncomingDocument moved(IncomingMove move, Command command) {
        check(move, command);
        return in(move.to(), version + 1)
                .with(course.at(command.now()))
                .withHands(Set.of(command.officer().id()));
    }

    /** The same for who acts beside others, such as one of several readers: the version he saw need not be the last. */
    IncomingDocument movedBeside(IncomingMove move, Command command) {
        if (!move.isInHandsOf(command.officer()) || !move.from().contains(status)) {
            throw Refusal.illegalState(move.name(), status.name(), List.of());
        }
        requireMandate(command);
        return in(move.to(), version + 1)
                .with(course.at(command.now()))
                .withHands(Set.of(command.officer().id()));
    }

    /** Something was added to it that is no move of the paper itself. */
    IncomingDocument touched(Command command) {
        if (status.isClosed()) {
            throw Refusal.illegalState("ADD", status.name(), List.of());
        }
        requireMandate(command);
        return in(status, version + 1)
                .with(course.at(command.now()))
                .withHands(Set.of(command.officer().id()));
    }

    /**
     * A delegate acts within his limits; what is important is the chief's own to decide, unless the delegate presides over his work.
     *
     * @throws Refusal as {@link io.duban.platform.identity.Mandate#requireCovers(String, UUID, boolean)}
     */
    void requireMandate(Command command) {
        var mandate = command.mandate();
        if (mandate != null) {
            var reserved = content.importance() == Content.Importance.HIGH
                    && command.officer().has(Role.CHIEF_LEADER);
            var units = Stream.concat(unitIds.stream(), Stream.ofNullable(proposal.proposedHostId()))
                    .toList();
            var unit = units.stream().filter(mandate.unitIds()::contains).findFirst();
            mandate.requireCovers(content.docType().name(), unit.orElse(units.isEmpty() ? id : units.get(0)), reserved);
        }
    }

    /** Nobody moved it, but what was found is bound to how it stood. */
    IncomingDocument found() {
        return in(status, version + 1);
    }

    /** With nothing left of what it said and of its number. */
    IncomingDocument erased() {
        return with(content.erased()).with(sender.erased());
    }

    /** One of its pages written anew. */
    IncomingDocument with(Page next) {
        return new IncomingDocument(
                id,
                version,
                status,
                next instanceof Sender page ? page : sender,
                next instanceof Content page ? page : content,
                next instanceof Register page ? page : register,
                next instanceof Proposal page ? page : proposal,
                next instanceof Leading page ? page : leading,
                next instanceof Assigning page ? page : assigning,
                next instanceof Ending page ? page : ending,
                next instanceof Course page ? page : course,
                unitIds,
                participantIds);
    }

    /** Units that have part in it from now on. */
    IncomingDocument withUnits(Collection<UUID> more) {
        return standing(status, version, union(unitIds, more), union(participantIds, more));
    }

    IncomingDocument withHands(Collection<UUID> more) {
        return standing(status, version, unitIds, union(participantIds, more));
    }

    private IncomingDocument in(IncomingStatus next, long nextVersion) {
        return standing(next, nextVersion, unitIds, participantIds);
    }

    private IncomingDocument standing(IncomingStatus next, long nextVersion, Set<UUID> units, Set<UUID> hands) {
        return new IncomingDocument(
                id,
                nextVersion,
                next,
                sender,
                content,
                register,
                proposal,
                leading,
                assigning,
                ending,
                course,
                units,
                hands);
    }

    private static Set<UUID> union(Set<UUID> some, Collection<UUID> more) {
        return Stream.concat(some.stream(), more.stream()).collect(Collectors.toUnmodifiableSet());
    }
}
