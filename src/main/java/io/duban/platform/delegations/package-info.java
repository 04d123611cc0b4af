/** 委托/代签: delegations given, ended and listed; what they open is decided by identity, which reads them. */
@ApplicationModule(
        displayName = "delegations",
        allowedDependencies = {
            "contract",
            "platform.problem",
            "platform.web",
            "platform.persistence",
            "platform.identity",
            "platform.calendar",
            "platform.events",
            "platform.jobs",
            "platform.commands"
        })
@NullMarked
package io.duban.platform.delegations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
