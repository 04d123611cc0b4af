/** One command, all or nothing: the piece that writes rows, to-dos, clocks, audit, event and idempotency in a single statement. */
@ApplicationModule(
        displayName = "commands",
        allowedDependencies = {
            "platform.problem",
            "platform.web",
            "platform.persistence",
            "platform.identity",
            "platform.calendar",
            "platform.events",
            "platform.todos",
            "platform.audit",
            "platform.jobs"
        })
@NullMarked
package io.duban.platform.commands;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
