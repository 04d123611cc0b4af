/** What many tickets have in common: clusters that stand out, told once a week, and what was asked most often in a month (热点、高频共性诉求). */
@NullMarked
package io.duban.hotline.hotspots;

import org.jspecify.annotations.NullMarked;
