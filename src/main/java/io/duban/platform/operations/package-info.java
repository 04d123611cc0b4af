/** Work that takes longer than a request (202 Accepted): how far it is, and its end. What the work is, its own module knows. */
@ApplicationModule(
        displayName = "operations",
        allowedDependencies = {
            "contract",
            "platform.problem",
            "platform.web",
            "platform.persistence",
            "platform.identity",
            "platform.calendar",
            "platform.events",
            "platform.commands"
        })
@NullMarked
package io.duban.platform.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
