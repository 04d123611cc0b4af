/** Incoming documents (收文): from delivery to the archive, never lost on the way. */
@NullMarked
package io.duban.documents.incoming;

import org.jspecify.annotations.NullMarked;
