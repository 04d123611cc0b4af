/** Field inspections (现场核查): what was seen on the spot, and its photos. */
@NullMarked
package io.duban.supervision.inspections;

import org.jspecify.annotations.NullMarked;
