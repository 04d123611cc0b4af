/** One ticket (热线工单): from the acceptance of a demand to its archive. */
@NullMarked
package io.duban.hotline.tickets;

import org.jspecify.annotations.NullMarked;
