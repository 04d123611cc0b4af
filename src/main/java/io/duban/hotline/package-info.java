/**
 * 12345, mailboxes, public telephone (接诉即办): from a citizen's call to a call-back. {@code tickets} is the way of one demand; beside it stand what it is
 * sorted by, who reported a wrongdoing, what many tickets have in common, and the doors for other systems.
 */
@ApplicationModule(
        displayName = "hotline",
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
            "platform.audit",
            "platform.commands",
            "platform.jobs",
            "platform.operations",
            "supervision",
            "instructions"
        })
@NullMarked
package io.duban.hotline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
