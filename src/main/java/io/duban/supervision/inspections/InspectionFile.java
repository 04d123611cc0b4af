package io.duban.supervision.inspections;

import static io.duban.supervision.inspections.InspectionMove.COUNTERSIGN;

import io.duban.platform.calendar.AlertLight;
import io.duban.platform.calendar.Deadline;
import io.duban.platform.commands.Command;
import io.duban.platform.events.Audience;
import io.duban.platform.events.Subject;
import io.duban.platform.evidence.StoredFile;
import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Permissions;
import io.duban.platform.problem.Refusal;
import io.duban.platform.uploads.DeclaredFilesView;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A field inspection with its findings, its photos where they are asked for, and the photos that were named. Unless it is announced, the units hear of
 * it when its record is in, not before (暗访).
 *
 * @param marks of the faces on its photos
 * @param declared what was named by hash and size, whether it has come or not
 */
record InspectionFile(
        FieldInspection inspection,
        List<InspectionFinding> findings,
        List<StoredFile> photos,
        List<PhotoFaceMark> marks,
        DeclaredFilesView declared)
        implements Subject {

    static final String SUBJECT_TYPE = "supervision.inspection";

    static InspectionFile of(FieldInspection inspection) {
        return new InspectionFile(inspection, List.of(), List.of(), List.of(), DeclaredFilesView.NONE);
    }

    InspectionFile with(FieldInspection changed) {
        return new InspectionFile(changed, findings, photos, marks, declared);
    }

    InspectionFile with(List<StoredFile> taken, List<PhotoFaceMark> marked) {
        return new InspectionFile(inspection, findings, taken, marked, declared);
    }

    /** The second inspector's hand to a record that is all here; what is still on its way he has not seen. */
    InspectionFile countersign(Deadline answerBy, Command command) {
        if (!isWhole()) {
            throw Refusal.illegalState(COUNTERSIGN.name(), state(), List.of());
        }
        return with(
                inspection.countersign(ObjectAnswer.awaited(answerBy), command).next(command.now()));
    }

    /** Whether the record and every finding and declaration it names are here; their bytes may still be under way. */
    boolean isWhole() {
        return inspection.sheet().isHandedIn()
                && missingFindingIds().isEmpty()
                && declaredIds().containsAll(inspection.sheet().photoIds());
    }

    /** The second inspector, where nothing but his hand is missing; else empty. */
    Set<UUID> awaitedSigner() {
        var second = inspection.team().secondInspectorId();
        return second == null || !isWhole() || !inspection.team().lacksCountersignature() ? Set.of() : Set.of(second);
    }

    /** Whether everything is here to the last byte, so that the phone may delete its copies. */
    boolean isComplete() {
        return isWhole() && missingPhotoIds().isEmpty();
    }

    Set<UUID> missingFindingIds() {
        var missing = new HashSet<>(inspection.sheet().findingIds());
        findings.forEach(finding -> missing.remove(finding.id()));
        return missing;
    }

    Set<UUID> missingPhotoIds() {
        var missing = new HashSet<>(inspection.sheet().photoIds());
        findings.forEach(finding -> missing.addAll(finding.photoIds()));
        missing.removeAll(declaredIds());
        missing.addAll(declared.missing());
        return missing;
    }

    Collection<UUID> declaredIds() {
        return declared.items().stream().map(item -> item.file().id()).collect(Collectors.toSet());
    }

    /** Whether this officer may know of it: a visit that was not announced stays so until the record is in. */
    boolean isShown(Officer officer, Permissions permissions) {
        return inspection.isRecorded() || inspection.mission().announced() || isOfInsider(officer, permissions);
    }

    /** Whether he inspects or supervises, so that he may know all of it before the record is in. */
    boolean isOfInsider(Officer officer, Permissions permissions) {
        return permissions
                .reach(officer, "inspection:create")
                .covers(inspection.unitIds(), inspection.participantIds());
    }

    @Override
    public UUID id() {
        return inspection.id();
    }

    @Override
    public long version() {
        return inspection.version();
    }

    @Override
    public String subjectType() {
        return SUBJECT_TYPE;
    }

    @Override
    public String title() {
        return inspection.mission().title();
    }

    @Override
    public String state() {
        return inspection.status().name();
    }

    @Override
    public Audience audience() {
        var permission = inspection.isRecorded() ? "inspection:read-photo" : "inspection:create";
        return new Audience(permission, inspection.unitIds(), inspection.participantIds());
    }

    @Override
    public @Nullable Instant dueAt() {
        return isAnswerAwaited() ? inspection.answer().answerDueAt() : null;
    }

    @Override
    public AlertLight light(Instant now) {
        var answer = inspection.answer();
        return AlertLight.of(now, answer.answerWarnAt(), answer.answerDueAt(), !isAnswerAwaited());
    }

    private boolean isAnswerAwaited() {
        return inspection.status() == FieldInspectionStatus.RECORD_SUBMITTED;
    }
}
