/** 督查督办: who may be supervised, the year's plans, matters from their draft to the strike-off, units' assignments, notices and field inspections. */
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
            "platform.commands",
            "platform.jobs"
        })
@NullMarked
package io.duban.supervision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
