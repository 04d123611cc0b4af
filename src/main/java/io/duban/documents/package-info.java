/** Official papers: the outgoing ones (发文), the incoming ones (收文), and what both call things. */
@ApplicationModule(
        displayName = "documents",
        allowedDependencies = {
            "instructions",
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
            "platform.search",
            "platform.evidence",
            "platform.commands",
            "supervision",
            "platform.typesetting",
            "platform.pages",
            "platform.jobs",
            "platform.audit"
        })
@NullMarked
package io.duban.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
