/** What a leader reads on a phone: every attachment as pages, each a picture and its text, and what its seals are worth. */
@ApplicationModule(
        displayName = "pages",
        allowedDependencies = {
            "contract",
            "platform.problem",
            "platform.web",
            "platform.jobs",
            "platform.evidence",
            "platform.persistence"
        })
@NullMarked
package io.duban.platform.pages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
