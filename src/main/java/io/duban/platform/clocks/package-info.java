/** What the clocks of a subject say and why, the rules they run by, and the calendar they are counted in. */
@ApplicationModule(
        displayName = "clocks",
        allowedDependencies = {
            "contract",
            "platform.problem",
            "platform.web",
            "platform.persistence",
            "platform.identity",
            "platform.calendar",
            "platform.events",
            "platform.todos",
            "platform.jobs",
            "platform.commands"
        })
@NullMarked
package io.duban.platform.clocks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
