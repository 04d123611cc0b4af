/** Who reported a wrongdoing (举报人): kept apart from the ticket and under a key of its own (domain 0.7, 济南条例 art. 32). */
@NullMarked
package io.duban.hotline.reporters;

import org.jspecify.annotations.NullMarked;
