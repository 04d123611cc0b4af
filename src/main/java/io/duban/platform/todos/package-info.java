/** What waits for a person: opened and closed by commands, never by reading. */
@ApplicationModule(
        displayName = "todos",
        allowedDependencies = {
            "platform.persistence",
            "platform.identity",
            "platform.web",
            "platform.calendar",
            "platform.statistics",
            "contract"
        })
@NullMarked
package io.duban.platform.todos;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
