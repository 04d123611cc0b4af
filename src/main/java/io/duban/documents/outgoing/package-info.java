/** Outgoing documents (发文): from a unit's draft to the receipt of every unit it was sent to. */
@NullMarked
package io.duban.documents.outgoing;

import org.jspecify.annotations.NullMarked;
