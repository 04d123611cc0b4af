package io.duban.supervision.matters;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.evidence.Intake;
import io.duban.platform.evidence.StoredFile;
import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Permissions;
import io.duban.platform.uploads.Declaration;
import io.duban.platform.uploads.DeclaredFile;
import io.duban.platform.uploads.Declaring;
import io.duban.platform.uploads.EvidenceTaker;
import io.duban.platform.uploads.EvidenceTask;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The photos and papers a result rests on: named with it by hash and size, and sent when the network allows. None is ever demanded (domain D14). */
@Component
class FinalEvidence implements EvidenceTaker {

    static final String SUBJECT_TYPE = "supervision.assignment";

    private final MatterFiles files;
    private final FinalFeedbacks finals;
    private final Declaring declaring;
    private final Permissions permissions;

    FinalEvidence(MatterFiles files, FinalFeedbacks finals, Declaring declaring, Permissions permissions) {
        this.files = files;
        this.finals = finals;
        this.declaring = declaring;
        this.permissions = permissions;
    }

    /**
     * The rows of what a hand-in names: with a purpose it is a photo, without one a paper.
     *
     * @param feedbackId the hand-in that names them
     */
    Mono<List<DeclaredFile>> declare(UUID feedbackId, List<Declaration> named, Command command) {
        var photos = named.stream().filter(file -> file.purpose() != null).toList();
        var papers = named.stream().filter(file -> file.purpose() == null).toList();
        return declaring
                .declare(SUBJECT_TYPE, feedbackId, Intake.PHOTO, photos, command)
                .flatMap(shown -> declaring
                        .declare(SUBJECT_TYPE, feedbackId, Intake.ATTACHMENT, papers, command)
                        .map(written ->
                                Stream.concat(shown.stream(), written.stream()).toList()));
    }

    @Override
    public String subjectType() {
        return SUBJECT_TYPE;
    }

    @Override
    public Mono<EvidenceTask> task(DeclaredFile declaration, Officer officer) {
        var reach = permissions.reach(officer, AssignmentMove.SUBMIT_FINAL.permission());
        return finals.findById(declaration.subjectId())
                .flatMap(feedback -> files.find(feedback.matterId())
                        .filter(file -> reach.covers(
                                file.matter().unitIds(), file.matter().participantIds()))
                        .map(file -> file.assignment(feedback.assignmentId())))
                .filter(part -> part.posts().include(officer))
                .map(part -> new EvidenceTask(SUBJECT_TYPE, part.id(), part.signedAt()));
    }

    @Override
    public Mono<Outcome<MatterFile>> taken(DeclaredFile declaration, StoredFile file, Command command) {
        return of(declaration).map(outcome -> outcome.announcing("evidenceAdded", Priority.INFO, command.now()));
    }

    /** Nothing hangs on it: the result only waits for one file less. */
    @Override
    public Mono<Outcome<MatterFile>> withdrawn(DeclaredFile declaration, Command command) {
        return of(declaration);
    }

    private Mono<Outcome<MatterFile>> of(DeclaredFile declaration) {
        return finals.findById(declaration.subjectId())
                .flatMap(feedback -> files.find(feedback.matterId()))
                .map(Outcome::about);
    }
}
