/** "No", with a code and a reason; knows no HTTP. */
@ApplicationModule(
        displayName = "problem",
        allowedDependencies = {})
@NullMarked
package io.duban.platform.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
