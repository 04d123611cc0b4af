/** The event log: appended in the transaction of every command, read in commit order by everybody who reacts. */
@ApplicationModule(
        displayName = "events",
        allowedDependencies = {"platform.persistence", "platform.calendar", "platform.identity"})
@NullMarked
package io.duban.platform.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
