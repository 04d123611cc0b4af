/** The leader's first screen: a count for each kind of work, from the boards of the modules. */
@ApplicationModule(
        displayName = "home",
        allowedDependencies = {"contract", "platform.identity", "platform.statistics", "platform.web"})
@NullMarked
package io.duban.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
