/** Figures: what each kind of work counts on the first screen. */
@ApplicationModule(
        displayName = "statistics",
        allowedDependencies = {"platform.identity"})
@NullMarked
package io.duban.platform.statistics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
