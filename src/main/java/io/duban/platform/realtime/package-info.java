/** The live stream: one reader of the log for each instance, and every phone told what it may see. */
@ApplicationModule(
        displayName = "realtime",
        allowedDependencies = {
            "platform.problem",
            "platform.web",
            "platform.identity",
            "platform.calendar",
            "platform.events",
            "contract"
        })
@NullMarked
package io.duban.platform.realtime;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
