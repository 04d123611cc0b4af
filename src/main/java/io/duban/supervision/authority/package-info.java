/** Who may supervise, and whom: the objects of the law (条例 art. 5) and departments that are designated (art. 7). */
@NullMarked
package io.duban.supervision.authority;

import org.jspecify.annotations.NullMarked;
