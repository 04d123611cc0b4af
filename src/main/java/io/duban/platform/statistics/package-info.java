/** Figures: what the first screen counts, and (to come) metric definitions and cohort queries. */
@ApplicationModule(
        displayName = "statistics",
        allowedDependencies = {"platform.identity"})
@NullMarked
package io.duban.platform.statistics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
