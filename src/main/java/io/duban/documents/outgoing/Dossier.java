package io.duban.documents.outgoing;

import io.duban.documents.outgoing.OutgoingSigner.OpinionMode;
import io.duban.documents.outgoing.OutgoingSigner.Position;
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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A document with everything that hangs on it: what a command changes as one, and what a reader sees as one.
 *
 * @param rows of all its sheets, of all rounds
 */
record Dossier(OutgoingDocument document, Rows rows, List<StoredFile> attachments) implements Subject {

    static Dossier of(OutgoingDocument document) {
        return new Dossier(document, Rows.NONE, List.of());
    }

    Dossier with(OutgoingDocument changed) {
        return new Dossier(changed, rows, attachments);
    }

    /** With the sheet of the present round as it is now. */
    Dossier with(SigningSheet sheet) {
        var round = document.review().signingRound();
        var earlier = signers().stream().filter(signer -> signer.round() != round);
        return with(
                OutgoingSigner.class,
                Stream.concat(earlier, sheet.seats().stream()).toList());
    }

    Dossier with(CosignSheet sheet) {
        return with(CosignRequest.class, sheet.requests());
    }

    Dossier with(Legality legality) {
        return with(LegalReview.class, legality.reviews());
    }

    Dossier with(JointSheet sheet) {
        return with(Countersigner.class, sheet.bodies());
    }

    Dossier with(VerbalApproving verbal) {
        return with(VerbalApproval.class, verbal.approvals());
    }

    Dossier withDeliveries(List<Delivery> now) {
        return with(Delivery.class, now);
    }

    Dossier attaching(StoredFile file) {
        var files = new ArrayList<>(attachments);
        files.add(file);
        return new Dossier(document, rows, files);
    }

    List<OutgoingSigner> signers() {
        return rows.of(OutgoingSigner.class);
    }

    List<Delivery> deliveries() {
        return rows.of(Delivery.class);
    }

    CosignSheet cosigns() {
        return new CosignSheet(rows.of(CosignRequest.class));
    }

    Legality legality() {
        return new Legality(rows.of(LegalReview.class));
    }

    JointSheet joint() {
        return new JointSheet(rows.of(Countersigner.class));
    }

    VerbalApproving verbal() {
        return new VerbalApproving(rows.of(VerbalApproval.class));
    }

    /** The sheet of the present round. */
    SigningSheet sheet() {
        return new SigningSheet(signers().stream()
                .filter(signer -> signer.round() == document.review().signingRound())
                .toList());
    }

    /** Signed off by the unit's head, with every unit it touches asked about this very text. */
    Dossier submitted(Deadline due, Command command) {
        var submitted = document.submitted(OutgoingMove.SUBMIT_FOR_REVIEW, due, command);
        cosigns().requireFor(document.paper(), document.particulars().touchesOtherPowers());
        return with(submitted);
    }

    /** Presented to a leader (呈签): a new sheet with him on it, and with those who approve before him. */
    Dossier presented(UUID signer, List<UUID> preceding, boolean important, Deadline due, Command command) {
        var presented = document.presented(signer, important, due, command);
        legality().requireFor(document);
        preceding.forEach(
                person -> Duties.freeToSign(person, document, command.officer().id()));
        var sheet = SigningSheet.openedFor(presented.id(), presented.review().signingRound(), signer);
        return with(presented.handedTo(preceding)).with(sheet.preceded(preceding));
    }

    /** Whether the office has passed this very text. */
    boolean isReviewed() {
        return document.paper().hash().equals(document.review().reviewedHash());
    }

    Dossier withOrderReason(@Nullable String reason) {
        return with(document.with(document.course().outOfOrder(reason)));
    }

    /** A signer at hand has spoken; the last one of a sheet that is in order signs the paper. */
    Dossier decided(SignerDecision decision, Command command) {
        var seat = seatAtHand(OutgoingMove.SIGN, command);
        var sheet = sheet().with(decision.on(seat, document, command.now()));
        if (decision.returns(seat)) {
            // The sheet belongs to the round that ends here, so it is put down before the document moves on.
            return with(sheet.lapsed()).with(Signing.returned(document, decision, command));
        }
        var moved = with(sheet).with(Signing.decided(document, sheet, decision, command));
        return moved.document().status() == OutgoingStatus.COUNTERSIGNING
                ? moved.with(joint().asking(moved.document()))
                : moved;
    }

    Dossier signerAdded(UUID person, Position position, OpinionMode mode, Command command) {
        var seat = seatAtHand(OutgoingMove.ADD_SIGNER, command);
        Duties.freeToSign(person, document, null);
        return with(sheet().adding(seat, person, position, mode)).with(document.signerAdded(person, command));
    }

    /** Back to the signers with another text: who approved the old one is asked again. */
    Dossier returnedToSigner(Paper edited, Deadline due, Command command) {
        var returned = document.returnedToSigner(edited, due, command);
        var renewed = sheet().again(returned.review().signingRound());
        return with(returned).with(renewed).with(verbal().replaced(command.now()));
    }

    /** Taken back by the unit; who had not decided or answered is spared. */
    Dossier withdrawn(OutgoingMove move, String reason, Command command) {
        return with(document.withdrawn(move, reason, command))
                .with(sheet().lapsed())
                .with(cosigns().lapsed(command.now()))
                .with(legality().lapsed(command.now()));
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
        rows.writeInto(outcome, before.rows);
        attachments.stream().filter(file -> !before.attachments.contains(file)).forEach(outcome::inserting);
        return outcome;
    }

    private <R extends Versioned> Dossier with(Class<R> kind, List<R> now) {
        return new Dossier(document, rows.with(kind, now), attachments);
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
