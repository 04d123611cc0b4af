/** Work the product does by itself, again and again, as long as it runs. */
@ApplicationModule(
        displayName = "jobs",
        allowedDependencies = {"platform.persistence"})
@NullMarked
package io.duban.platform.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
