/**
 * The figures of the hotline over a period (domain 2.5, appendix D), for the office and for the public by the same queries: read from the event log
 * alone, whose events keep the facts of their ticket. Only what the telephone exchange counts comes from outside.
 */
@NullMarked
package io.duban.hotline.figures;

import org.jspecify.annotations.NullMarked;
