/** PostgreSQL, embedded or elsewhere: connections with their deadlines, and how records become rows. */
@ApplicationModule(
        displayName = "persistence",
        allowedDependencies = {})
@NullMarked
package io.duban.platform.persistence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
