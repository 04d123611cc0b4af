/** 12345, mailboxes, public telephone: from a citizen's call to a call-back. */
@ApplicationModule(
        displayName = "hotline",
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
            "platform.commands"
        })
@NullMarked
package io.duban.hotline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
