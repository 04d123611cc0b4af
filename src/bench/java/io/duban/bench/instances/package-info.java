/** Two instances of the product on one database, beside one that stands alone. */
@NullMarked
package io.duban.bench.instances;

import org.jspecify.annotations.NullMarked;
