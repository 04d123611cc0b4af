package io.duban.hotline.hotspots;

import io.duban.platform.commands.Move;
import io.duban.platform.identity.Role;
import java.util.Set;

/** What may become of a hot spot: move | from | to | whose hand. */
enum HotspotMove implements Move<HotspotStatus> {
    // spotless:off
    ACKNOWLEDGE(Set.of(HotspotStatus.DETECTED), HotspotStatus.ACKNOWLEDGED, Set.of(Role.HOTLINE_MANAGER));
    // spotless:on

    private final Set<HotspotStatus> from;
    private final HotspotStatus to;
    private final Set<Role> hands;

    HotspotMove(Set<HotspotStatus> from, HotspotStatus to, Set<Role> hands) {
        this.from = from;
        this.to = to;
        this.hands = hands;
    }

    @Override
    public Set<HotspotStatus> from() {
        return from;
    }

    @Override
    public HotspotStatus to() {
        return to;
    }

    @Override
    public Set<Role> hands() {
        return hands;
    }
}
