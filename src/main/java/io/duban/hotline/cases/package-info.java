/** Exemplary cases (经典案例): what can be learnt from a ticket, without the people in it. */
@NullMarked
package io.duban.hotline.cases;

import org.jspecify.annotations.NullMarked;
