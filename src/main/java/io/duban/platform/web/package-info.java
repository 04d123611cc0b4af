/** HTTP as the contract promises it: problem details, versions, cursors, limits, languages. */
@ApplicationModule(
        displayName = "web",
        allowedDependencies = {"platform.problem", "contract"})
@NullMarked
package io.duban.platform.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
