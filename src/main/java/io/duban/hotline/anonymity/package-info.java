/** What leaves the hotline for everybody to read names no citizen: one check for published answers and exemplary cases. */
@NullMarked
package io.duban.hotline.anonymity;

import org.jspecify.annotations.NullMarked;
