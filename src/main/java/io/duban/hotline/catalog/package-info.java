/** What demands are sorted by, and what follows from it: the category tree with its dispatch catalogue (派单目录), and the deadline profiles. */
@NullMarked
package io.duban.hotline.catalog;

import org.jspecify.annotations.NullMarked;
