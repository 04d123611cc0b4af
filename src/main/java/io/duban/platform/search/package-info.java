/** Full-text search in Chinese: what is asked for, folded and cut as the database folds and cuts what it keeps. */
@ApplicationModule(
        displayName = "search",
        allowedDependencies = {"platform.problem"})
@NullMarked
package io.duban.platform.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
