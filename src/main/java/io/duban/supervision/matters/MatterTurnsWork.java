package io.duban.supervision.matters;

import org.springframework.stereotype.Component;

/** The workflows of what happens to a matter beside its straight way. */
@Component
record MatterTurnsWork(
        ScopeChanging scope,
        MatterSuspending suspending,
        LongTermTracking tracking,
        TrackingEnding trackingEnd,
        MatterEnding ending,
        MatterPassing passing) {}
