/** The live board (热线看板): what is open, for the district, for a leader's units and for a unit, said anew when it changed. */
@NullMarked
package io.duban.hotline.board;

import org.jspecify.annotations.NullMarked;
