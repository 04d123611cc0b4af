/** Photos and attachments: received, checked, kept exactly as they came, and shown without what they must not tell. */
@ApplicationModule(
        displayName = "evidence",
        allowedDependencies = {"platform.problem", "platform.jobs"})
@NullMarked
package io.duban.platform.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
