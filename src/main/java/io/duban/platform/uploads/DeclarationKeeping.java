package io.duban.platform.uploads;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.identity.Officer;
import io.duban.platform.problem.Refusal;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A declarer looks at what he declared, or takes it back. To anybody else, and to him once his permission has gone, it is not there. */
@Component
class DeclarationKeeping {

    private final DeclaredFiles files;
    private final EvidenceTakers takers;

    DeclarationKeeping(DeclaredFiles files, EvidenceTakers takers) {
        this.files = files;
        this.takers = takers;
    }

    /** A declared file and the work it is evidence of. */
    record Own(DeclaredFile file, EvidenceTask task) {}

    Mono<Own> requireOwn(UUID id, Officer officer) {
        return files.require(id)
                .filter(file -> file.declaredBy().equals(officer.id()))
                .switchIfEmpty(Mono.error(Refusal::notFound))
                .flatMap(file -> takers.requireTask(file, officer).map(task -> new Own(file, task)));
    }

    Mono<Outcome<DeclarationChange>> withdraw(UUID id, String reason, Command command) {
        return requireOwn(id, command.officer())
                .map(own -> own.file().withdrawn(reason, command.now()))
                .flatMap(file -> takers.of(file)
                        .withdrawn(file, command)
                        .map(part -> Outcome.about(new DeclarationChange(file))
                                .updating(file)
                                .including(part)));
    }
}
