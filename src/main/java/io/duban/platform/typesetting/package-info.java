/** Sets official papers in type: the layout of GB/T 9704-2012 (党政机关公文格式), as PDF. */
@ApplicationModule(
        displayName = "typesetting",
        allowedDependencies = {"platform.problem"})
@NullMarked
package io.duban.platform.typesetting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
