/** Who the officer is now, and the one component that decides what he may do. */
@ApplicationModule(
        displayName = "identity",
        allowedDependencies = {"platform.problem", "platform.web", "platform.persistence", "contract"})
@NullMarked
package io.duban.platform.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
