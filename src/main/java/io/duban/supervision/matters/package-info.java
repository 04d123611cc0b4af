/** Matters (督查事项) and the units' assignments: from the draft to the leader's strike-off. */
@NullMarked
package io.duban.supervision.matters;

import org.jspecify.annotations.NullMarked;
