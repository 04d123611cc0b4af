/** 督查督办: matters from their draft to the strike-off, units' assignments, numbered notices and field inspections. */
@ApplicationModule(
        displayName = "supervision",
        allowedDependencies = {
            "contract",
            "platform.problem",
            "platform.web",
            "platform.persistence",
            "platform.identity",
            "platform.calendar",
            "platform.subprocesses",
            "platform.events",
            "platform.todos",
            "platform.statistics",
            "platform.evidence",
            "platform.uploads",
            "platform.commands"
        })
@NullMarked
package io.duban.supervision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
