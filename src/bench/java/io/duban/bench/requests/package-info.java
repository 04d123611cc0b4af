/** One request at a time: commands and reads beside pgbench, uploads beside nginx, and what a start costs. */
@NullMarked
package io.duban.bench.requests;

import org.jspecify.annotations.NullMarked;
