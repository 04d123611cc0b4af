/** What the process holds of the machine's memory beyond what it needs. */
@ApplicationModule(
        displayName = "memory",
        allowedDependencies = {})
@NullMarked
package io.duban.platform.memory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
