package io.duban.documents.incoming;

import io.duban.documents.PaperKind;
import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Reach;
import io.duban.platform.todos.DeskKind;
import io.duban.platform.todos.DeskLine;
import io.duban.platform.todos.DeskLines;
import io.duban.platform.todos.DeskQuery;
import io.duban.platform.todos.DeskSubject;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Incoming papers on a desk. */
@Component
class IncomingOnDesk implements DeskKind {

    private final DeskLines lines;
    private final PaperFiles files;

    IncomingOnDesk(DeskLines lines, PaperFiles files) {
        this.lines = lines;
        this.files = files;
    }

    @Override
    public String kind() {
        return PaperKind.INCOMING.name();
    }

    @Override
    public Flux<DeskLine> lines(DeskQuery query) {
        return lines.read(kind(), PaperFile.SUBJECT_TYPE, "incoming_document", query);
    }

    @Override
    public Flux<DeskSubject> subjects(Set<UUID> ids, Officer officer, Reach reach, Instant now) {
        return files.inReach(ids, officer, reach).map(file -> subject(file, IncomingView.of(file, officer, now)));
    }

    private static DeskSubject subject(PaperFile file, IncomingView seen) {
        var parts = seen.assignments().stream()
                .filter(part -> !part.legalActions().isEmpty())
                .map(part -> new DeskSubject.Part(part.part().id(), part.legalActions()))
                .toList();
        return new DeskSubject(file.id(), file.version(), file.title(), file.state(), seen.legalActions(), parts);
    }
}
