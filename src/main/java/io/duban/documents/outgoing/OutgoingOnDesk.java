package io.duban.documents.outgoing;

import io.duban.documents.PaperKind;
import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Reach;
import io.duban.platform.todos.DeskKind;
import io.duban.platform.todos.DeskLine;
import io.duban.platform.todos.DeskLines;
import io.duban.platform.todos.DeskQuery;
import io.duban.platform.todos.DeskSubject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Outgoing papers on a desk. */
@Component
class OutgoingOnDesk implements DeskKind {

    private final DeskLines lines;
    private final Dossiers dossiers;

    OutgoingOnDesk(DeskLines lines, Dossiers dossiers) {
        this.lines = lines;
        this.dossiers = dossiers;
    }

    @Override
    public String kind() {
        return PaperKind.OUTGOING.name();
    }

    @Override
    public Flux<DeskLine> lines(DeskQuery query) {
        return lines.read(kind(), "document.outgoing", "outgoing_document", query);
    }

    @Override
    public Flux<DeskSubject> subjects(Set<UUID> ids, Officer officer, Reach reach, Instant now) {
        return dossiers.inReach(ids, reach)
                .map(dossier -> new DeskSubject(
                        dossier.id(),
                        dossier.version(),
                        dossier.title(),
                        dossier.state(),
                        OwnMoves.of(dossier, officer),
                        List.of()));
    }
}
