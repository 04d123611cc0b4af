/** Measures event streams: the product beside nchan and a bare Netty server, with a crowd of phones that checks every event it gets. */
@NullMarked
package io.duban.bench.streams;

import org.jspecify.annotations.NullMarked;
