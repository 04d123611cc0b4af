/** 投诉建议: anybody who is logged in complains or suggests, the office answers in time, and he says whether it satisfies him. */
@ApplicationModule(
        displayName = "feedbacks",
        allowedDependencies = {
            "contract",
            "platform.problem",
            "platform.web",
            "platform.persistence",
            "platform.identity",
            "platform.calendar",
            "platform.events",
            "platform.todos",
            "platform.commands"
        })
@NullMarked
package io.duban.feedbacks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
