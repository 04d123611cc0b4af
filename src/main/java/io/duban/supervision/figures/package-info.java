/** The figures of supervision over a period (domain 2.4.6, appendix D): read from clocks, the log and rows of history, never from a form. */
@NullMarked
package io.duban.supervision.figures;

import org.jspecify.annotations.NullMarked;
