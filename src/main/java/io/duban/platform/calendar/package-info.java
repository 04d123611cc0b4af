/** Says when work is due, on which working days that rests, and why. */
@NullMarked
@ApplicationModule(displayName = "Calendar and deadlines")
package io.duban.platform.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
