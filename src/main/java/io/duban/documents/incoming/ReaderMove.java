package io.duban.documents.incoming;

import static io.duban.documents.incoming.ReaderState.*;
import static io.duban.platform.identity.Role.*;

import io.duban.platform.commands.Move;
import io.duban.platform.identity.Role;
import java.util.Set;

/** The table of one reader: move | from | to | whose hand. Nobody leaves the list but by one of these. */
enum ReaderMove implements Move<ReaderState> {
    // spotless:off
    READ    (Set.of(PENDING), ReaderState.READ, Set.of(CHIEF_LEADER, DEPUTY_LEADER, OFFICE_DIRECTOR, OFFICE_DEPUTY, SECTION_CHIEF, SUPERVISION_CHIEF, UNIT_HEAD, UNIT_DEPUTY, UNIT_LIAISON)),
    INSTRUCT(Set.of(PENDING), INSTRUCTED,       Set.of(CHIEF_LEADER, DEPUTY_LEADER)),
    SKIP    (Set.of(PENDING), SKIPPED,          Set.of(REGISTRAR));
    // spotless:on

    private final Set<ReaderState> from;
    private final ReaderState to;
    private final Set<Role> hands;

    ReaderMove(Set<ReaderState> from, ReaderState to, Set<Role> hands) {
        this.from = from;
        this.to = to;
        this.hands = hands;
    }

    @Override
    public Set<ReaderState> from() {
        return from;
    }

    @Override
    public ReaderState to() {
        return to;
    }

    @Override
    public Set<Role> hands() {
        return hands;
    }
}
