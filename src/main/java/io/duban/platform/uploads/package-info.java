/** Files that are named before they come: declared with a command, sent in pieces over bad networks, and the work's own once the last byte is in. */
@ApplicationModule(
        displayName = "uploads",
        allowedDependencies = {
            "contract",
            "platform.problem",
            "platform.web",
            "platform.persistence",
            "platform.identity",
            "platform.calendar",
            "platform.events",
            "platform.evidence",
            "platform.commands",
            "platform.jobs"
        })
@NullMarked
package io.duban.platform.uploads;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
