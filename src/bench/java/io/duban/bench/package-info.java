/** Measures the product from outside, as its users would load it: what grows with the data, and what a spike leaves behind. */
@NullMarked
package io.duban.bench;

import org.jspecify.annotations.NullMarked;
