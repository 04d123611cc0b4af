package io.duban.documents.outgoing;

import io.duban.platform.calendar.AlertLight;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Audience;
import io.duban.platform.events.Subject;
import io.duban.platform.evidence.StoredFile;
import io.duban.platform.persistence.Versioned;
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

    /** Whether the office has passed this very text. */
    boolean isReviewed() {
        return document.paper().hash().equals(document.review().reviewedHash());
    }

    /** When the last of its files came; long ago when it has none. */
    Instant lastFileAt() {
        return attachments.stream()
                .map(StoredFile::receivedAt)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
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
