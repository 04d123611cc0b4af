/** Figures: what each kind of work counts on the first screen, and its metrics over a period. */
@ApplicationModule(
        displayName = "statistics",
        allowedDependencies = {
            "platform.calendar",
            "platform.events",
            "platform.identity",
            "platform.persistence",
            "platform.problem",
            "platform.web",
            "contract"
        })
@NullMarked
package io.duban.platform.statistics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
