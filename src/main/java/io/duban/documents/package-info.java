/** Outgoing documents: from a unit's draft to the receipt of every unit it was sent to. */
@ApplicationModule(
        displayName = "documents",
        allowedDependencies = {
            "contract",
            "platform.problem",
            "platform.web",
            "platform.persistence",
            "platform.identity",
            "platform.calendar",
            "platform.events",
            "platform.todos",
            "platform.statistics",
            "platform.evidence",
            "platform.commands"
        })
@NullMarked
package io.duban.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
