/** The rules of sub-processes that mean the same in every business (domain 0.4): returning, lengthening, chasing, and who may not decide. */
@ApplicationModule(
        displayName = "subprocesses",
        allowedDependencies = {"platform.problem", "platform.commands"})
@NullMarked
package io.duban.platform.subprocesses;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
