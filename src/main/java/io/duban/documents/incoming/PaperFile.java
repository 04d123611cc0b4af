package io.duban.documents.incoming;

import io.duban.platform.calendar.AlertLight;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Audience;
import io.duban.platform.events.Subject;
import io.duban.platform.evidence.StoredFile;
import io.duban.platform.persistence.Versioned;
import io.duban.platform.problem.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A paper with everything that hangs on it: what a command changes as one, and what a reader sees as one.
 *
 * @param seats the orders of leaders of all rounds
 */
record PaperFile(
        IncomingDocument document,
        List<LeaderSeat> seats,
        List<UnitAssignment> assignments,
        List<CirculationReader> readers,
        List<StoredFile> attachments)
        implements Subject {

    static final String SUBJECT_TYPE = "document.incoming";

    private static final String RESTRICTED = "受控文件";

    static PaperFile of(IncomingDocument document) {
        return new PaperFile(document, List.of(), List.of(), List.of(), List.of());
    }

    PaperFile with(IncomingDocument changed) {
        return new PaperFile(changed, seats, assignments, readers, attachments);
    }

    /** With the sheet of its round as it is now. */
    PaperFile with(LeaderSheet sheet) {
        var changed = sheet.seats().stream().map(LeaderSeat::id).collect(Collectors.toSet());
        var others = seats.stream().filter(seat -> !changed.contains(seat.id()));
        return new PaperFile(
                document, Stream.concat(others, sheet.seats().stream()).toList(), assignments, readers, attachments);
    }

    PaperFile with(UnitAssignment... changed) {
        return withAssignments(List.of(changed));
    }

    PaperFile withAssignments(List<UnitAssignment> changed) {
        return new PaperFile(document, seats, merged(assignments, changed), readers, attachments);
    }

    PaperFile withSeats(List<LeaderSeat> all) {
        return new PaperFile(document, all, assignments, readers, attachments);
    }

    PaperFile withReaders(List<CirculationReader> changed) {
        return new PaperFile(document, seats, assignments, merged(readers, changed), attachments);
    }

    /** With nothing of what it said: it carried a state secret. */
    PaperFile erased() {
        return new PaperFile(document.erased(), seats, assignments, readers, List.of());
    }

    PaperFile attaching(StoredFile file) {
        var all = Stream.concat(attachments.stream(), Stream.of(file)).toList();
        return new PaperFile(document, seats, assignments, readers, all);
    }

    /** The order of leaders the paper goes past now. */
    LeaderSheet sheet() {
        return new LeaderSheet(seats.stream()
                .filter(seat -> seat.round() == document.leading().leaderRound())
                .toList());
    }

    UnitAssignment require(UUID assignmentId) {
        return assignments.stream()
                .filter(assignment -> assignment.id().equals(assignmentId))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /** The parts the paper waits for: the host's, or each where all are separate. */
    List<UnitAssignment> leading() {
        return assignments.stream()
                .filter(assignment ->
                        assignment.duty().leads() && assignment.status().isLive())
                .toList();
    }

    List<UnitAssignment> in(UnitAssignmentStatus status) {
        return assignments.stream()
                .filter(assignment -> assignment.status() == status)
                .toList();
    }

    List<UnitAssignment> openAssignments() {
        return assignments.stream()
                .filter(assignment -> assignment.status().isOpen())
                .toList();
    }

    List<CirculationReader> unread() {
        return readers.stream().filter(CirculationReader::isPending).toList();
    }

    boolean hasFile(UUID fileId) {
        return attachments.stream().anyMatch(file -> file.id().equals(fileId));
    }

    /** What is to be written so that the rows become as they are here, with a line of the handling sheet. */
    Outcome<PaperFile> changedFrom(PaperFile before, String step, @Nullable String words, Command command) {
        var outcome = Outcome.about(this)
                .updating(document)
                .inserting(JournalEntry.of(step, document, words, command))
                .closing(Desk.RESUME_ORPHAN);
        write(seats, before.seats, outcome);
        write(assignments, before.assignments, outcome);
        write(readers, before.readers, outcome);
        attachments.stream().filter(file -> !before.attachments.contains(file)).forEach(outcome::inserting);
        return outcome;
    }

    private static <R extends Versioned> void write(List<R> now, List<R> before, Outcome<PaperFile> outcome) {
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

    private static <R extends Versioned> List<R> merged(List<R> rows, List<R> changed) {
        var next = changed.stream().collect(Collectors.toMap(Versioned::id, Function.identity()));
        var known = rows.stream().map(Versioned::id).collect(Collectors.toSet());
        return Stream.concat(
                        rows.stream().map(row -> next.getOrDefault(row.id(), row)),
                        changed.stream().filter(row -> !known.contains(row.id())))
                .toList();
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
        return SUBJECT_TYPE;
    }

    /** A work secret is not named where others may see it. */
    @Override
    public String title() {
        return document.content().isWorkSecret()
                ? RESTRICTED
                : document.content().title();
    }

    @Override
    public String state() {
        return document.status().name();
    }

    @Override
    public Audience audience() {
        var units = document.content().isWorkSecret() ? Set.<UUID>of() : document.unitIds();
        return new Audience("doc:read", units, document.participantIds());
    }

    @Override
    public @Nullable Instant dueAt() {
        return document.course().dueAt();
    }

    @Override
    public AlertLight light(Instant now) {
        return AlertLight.of(
                now, document.course().warnAt(), dueAt(), !document.status().isOpen());
    }
}
