/** The product's own run through real input, from outside and over HTTP, as a phone or a third-party system would do it. */
@org.jspecify.annotations.NullMarked
package io.duban.journey;
