/** Partners' systems (domain 0.10): told by webhooks what happens to what is their own. */
@ApplicationModule(
        displayName = "integration",
        allowedDependencies = {
            "contract",
            "platform.problem",
            "platform.web",
            "platform.persistence",
            "platform.identity",
            "platform.calendar",
            "platform.events",
            "platform.commands",
            "platform.jobs"
        })
@NullMarked
package io.duban.platform.integration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
