package io.duban.platform.todos;

import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Reach;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import reactor.core.publisher.Flux;

/** One kind of work on a desk. Two readings, each the same number of queries however long the page is. */
public interface DeskKind {

    /** As the desk calls it, such as {@code OUTGOING}. */
    String kind();

    /** The person's open to-dos about this kind of work, in the order of the desk; {@link DeskLines} reads them. */
    Flux<DeskLine> lines(DeskQuery query);

    /** What they are about, for an officer who may read it; what is out of his reach is left out. */
    Flux<DeskSubject> subjects(Set<UUID> ids, Officer officer, Reach reach, Instant now);
}
