package io.duban.platform.uploads;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.evidence.StoredFile;
import io.duban.platform.identity.Officer;
import reactor.core.publisher.Mono;

/**
 * What a module does with the files that its subjects named. One bean for each kind of subject. Nothing is written here: what is decided becomes one
 * statement together with the rows of the stored file and of the declaration.
 */
public interface EvidenceTaker {

    /** The kind of subject, as {@link DeclaredFile#subjectType()} names it. */
    String subjectType();

    /**
     * Which work the file is evidence of, asked before every piece that is sent.
     *
     * @param officer who sends; always the declarer
     * @return empty when his permission on the subject has gone: then the upload is not there for him, as for anybody else
     */
    Mono<EvidenceTask> task(DeclaredFile declaration, Officer officer);

    /**
     * What the arrival of the whole file changes: the subject's next version, rows of its own, an event. May run more than once.
     *
     * @param declaration as it stands after the arrival
     * @param file the row to come; do not insert it
     * @param command of the request that brought the last byte; it saw no version
     * @return the outcome; a refusal keeps the bytes until the upload expires and is told to the phone
     */
    Mono<? extends Outcome<?>> taken(DeclaredFile declaration, StoredFile file, Command command);

    /**
     * What it changes that the file will not come, such as that the subject is now complete. May run more than once.
     *
     * @param declaration as it stands after the withdrawal
     * @return the outcome, or a refusal
     */
    Mono<? extends Outcome<?>> withdrawn(DeclaredFile declaration, Command command);
}
