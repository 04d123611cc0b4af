/** A leader's words, until struck off: the head of the office's follow-up spine. */
@ApplicationModule(
        displayName = "instructions",
        allowedDependencies = {
            "supervision",
            "contract",
            "platform.problem",
            "platform.web",
            "platform.identity",
            "platform.calendar",
            "platform.events",
            "platform.todos",
            "platform.jobs",
            "platform.persistence",
            "platform.statistics",
            "platform.commands"
        })
@NullMarked
package io.duban.instructions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
