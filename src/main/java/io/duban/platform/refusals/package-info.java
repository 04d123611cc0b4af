/** Refused commands that must be counted (a bypassed office) or told (a state-secret mark): who, when, which channel, a hash; never the content. */
@ApplicationModule(
        displayName = "refusals",
        allowedDependencies = {
            "contract",
            "platform.problem",
            "platform.web",
            "platform.persistence",
            "platform.identity",
            "platform.calendar",
            "platform.events",
            "platform.todos",
            "platform.commands"
        })
@NullMarked
package io.duban.platform.refusals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
