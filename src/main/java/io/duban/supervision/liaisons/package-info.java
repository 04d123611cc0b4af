/** The units' liaison officers for supervision (督查联络员): named by the unit's head, from a day to a day. */
@NullMarked
package io.duban.supervision.liaisons;

import org.jspecify.annotations.NullMarked;
