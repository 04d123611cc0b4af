/** How long the event log and the audit trail keep what they have, and how it leaves them: partition by partition, with nobody waiting. */
@ApplicationModule(
        displayName = "retention",
        allowedDependencies = {"platform.persistence", "platform.events", "platform.audit", "platform.jobs"})
@NullMarked
package io.duban.platform.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
