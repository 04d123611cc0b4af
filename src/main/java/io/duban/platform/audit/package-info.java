/** Hash-chained audit rows, one for every command, and their verifier. */
@ApplicationModule(
        displayName = "audit",
        allowedDependencies = {"platform.persistence", "platform.identity", "platform.jobs", "platform.web", "contract"
        })
@NullMarked
package io.duban.platform.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
