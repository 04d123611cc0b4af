package io.duban.documents.outgoing;

import io.duban.platform.calendar.AlertLight;
import io.duban.platform.calendar.Deadline;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Audience;
import io.duban.platform.events.Subject;
import io.duban.platform.evidence.StoredFile;
import io.duban.platform.persistence.Versioned;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A document with everything that hangs on it: what a command changes as one, and what a reader sees as one.
 *
 * @param signers the sheets of all rounds
 */
record Dossier(
        OutgoingDocument document,
        List<OutgoingSigner> signers,
        List<Delivery> deliveries,
        List<StoredFile> attachments)
        implements Subject {

    static Dossier of(OutgoingDocument document) {
        return new Dossier(document, List.of(), List.of(), List.of());
    }

    Dossier with(OutgoingDocument changed) {
        return new Dossier(changed, signers, deliveries, attachments);
    }

    /** With the sheet of the present round as it is now. */
    Dossier with(SigningSheet sheet) {
        var round = document.review().signingRound();
        var earlier = signers.stream().filter(signer -> signer.round() != round);
        return new Dossier(
                document, Stream.concat(earlier, sheet.seats().stream()).toList(), deliveries, attachments);
    }

    Dossier withDeliveries(List<Delivery> now) {
        return new Dossier(document, signers, now, attachments);
    }

    Dossier attaching(StoredFile file) {
        return new Dossier(
                document,
                signers,
                deliveries,
                Stream.concat(attachments.stream(), Stream.of(file)).toList());
    }

    /** The sheet of the present round. */
    SigningSheet sheet() {
        return new SigningSheet(signers.stream()
                .filter(signer -> signer.round() == document.review().signingRound())
                .toList());
    }

    /** Presented to a leader (呈签): a new sheet with him on it. */
    Dossier presented(UUID signer, boolean important, Deadline due, Command command) {
        var presented = document.presented(signer, important, due, command);
        return with(presented)
                .with(SigningSheet.openedFor(presented.id(), presented.review().signingRound(), signer));
    }

    /** A signer at hand has spoken; the last one of a sheet that is in order signs the paper. */
    Dossier decided(SignerDecision decision, Command command) {
        var seat = seatAtHand(OutgoingMove.SIGN, command);
        var sheet = sheet().with(decision.on(seat, document, command.now()));
        if (decision.returns(seat)) {
            // The sheet belongs to the round that ends here, so it is put down before the document moves on.
            return with(sheet.lapsed())
                    .with(document.returnedBySigner(List.of(String.valueOf(decision.opinion())), command));
        }
        return with(sheet).with(sheet.isSigned() ? document.signed(command) : document.opinionGiven(command));
    }

    Dossier signerAdded(
            UUID person, OutgoingSigner.Position position, OutgoingSigner.OpinionMode mode, Command command) {
        var seat = seatAtHand(OutgoingMove.ADD_SIGNER, command);
        Duties.freeToSign(person, document, null);
        return with(sheet().adding(seat, person, position, mode)).with(document.signerAdded(person, command));
    }

    /** Back to the signers with another text: who approved the old one is asked again. */
    Dossier returnedToSigner(Paper edited, Deadline due, Command command) {
        var returned = document.returnedToSigner(edited, due, command);
        var renewed = sheet().again(returned.review().signingRound());
        return with(returned).with(renewed);
    }

    /** Taken back by the unit; signers who had not decided are spared. */
    Dossier withdrawn(String reason, Command command) {
        return with(document.withdrawn(reason, command)).with(sheet().lapsed());
    }

    private OutgoingSigner seatAtHand(OutgoingMove move, Command command) {
        Duties.check(document, move, command);
        var person = command.officer().id();
        var seat = sheet().seatOf(person)
                .orElseThrow(() -> Refusal.of(
                        RefusalCode.E_GEN_SCOPE, "您不在这份文件的签批单上。", "You are not on the signing sheet of this paper."));
        if (seat.state() != OutgoingSigner.State.ACTIVE) {
            throw Refusal.illegalState(move.name(), "signer " + seat.state().name(), List.of());
        }
        return seat;
    }

    /** What is to be written so that the rows become as they are here. */
    Outcome<Dossier> changedFrom(Dossier before) {
        var outcome = Outcome.unchanged(this).updating(document);
        write(signers, before.signers, outcome);
        write(deliveries, before.deliveries, outcome);
        attachments.stream().filter(file -> !before.attachments.contains(file)).forEach(outcome::inserting);
        return outcome;
    }

    private static <R extends Versioned> void write(List<R> now, List<R> before, Outcome<Dossier> outcome) {
        var known = before.stream().collect(Collectors.toMap(Versioned::id, Function.identity()));
        now.forEach(row -> {
            var old = known.get(row.id());
            if (old == null) {
                outcome.inserting(row);
            } else if (old.version() != row.version()) {
                outcome.updating(row);
            }
        });
    }

    @Override
    public UUID id() {
        return document.id();
    }

    @Override
    public long version() {
        return document.version();
    }

    @Override
    public String subjectType() {
        return "document.outgoing";
    }

    @Override
    public String title() {
        return document.paper().title();
    }

    @Override
    public String state() {
        return document.status().name();
    }

    @Override
    public Audience audience() {
        return new Audience("doc:read", document.unitIds(), document.participantIds());
    }

    @Override
    public @Nullable Instant dueAt() {
        return document.progress().dueAt();
    }

    @Override
    public AlertLight light(Instant now) {
        return AlertLight.of(now, document.progress().warnAt(), dueAt(), false);
    }
}
