/** Many demands at once, from a file (批量导入): a partner's day, or a storm's calls, each citizen with a ticket and an answer of his own. */
@NullMarked
package io.duban.hotline.imports;

import org.jspecify.annotations.NullMarked;
