package io.duban.platform.realtime;

import io.duban.contract.StreamNameDto;
import io.duban.platform.events.LoggedEvent;
import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Permissions;
import io.duban.platform.identity.Reach;
import io.duban.platform.identity.Zone;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who looks: decides what an officer, as he is now, is told on the streams he asked for. Made anew when he changed. Not thread-safe. */
final class Viewer {

    private static final Reach NOTHING =
            new Reach(new Zone(false, Set.of(), Set.of()), new Zone(false, Set.of(), Set.of()));

    private final Officer officer;
    private final Set<StreamNameDto> streams;
    private final Permissions permissions;
    private final Set<UUID> hands;
    private final Map<String, Reach> reaches = new HashMap<>(2);

    Viewer(Officer officer, Set<StreamNameDto> streams, Permissions permissions) {
        this.officer = officer;
        this.streams = streams;
        this.permissions = permissions;
        this.hands = officer.hands();
    }

    Officer officer() {
        return officer;
    }

    Set<StreamNameDto> streams() {
        return streams;
    }

    /** The addressees he hears for: nobody when he does not follow what is addressed to him. */
    Collection<UUID> hears() {
        return streams.contains(StreamNameDto.ME) ? hands : Set.of();
    }

    /** Whether it is on one of his streams and within his reach: an addressee who was moved away hears nothing of it. */
    boolean sees(LoggedEvent event, @Nullable StreamNameDto board) {
        return ((board != null && streams.contains(board)) || !Collections.disjoint(hears(), event.addresseeIds()))
                && mayKnow(event);
    }

    /** For an event that is known to be on one of his streams. */
    boolean mayKnow(LoggedEvent event) {
        return reach(event.permission()).covers(event.unitIds(), event.participantIds());
    }

    /** What he may know of under a permission, but for what he is kept away from. */
    Zone zone(String permission) {
        return reach(permission).whole();
    }

    private Reach reach(String permission) {
        return reaches.computeIfAbsent(
                permission,
                action -> permissions.actions().contains(action) ? permissions.reach(officer, action) : NOTHING);
    }
}
