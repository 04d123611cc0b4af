/** Letters to the mayor, the governor, the district and the web (来信, B30): the written answer, who signed it, and whether it may be published. */
@NullMarked
package io.duban.hotline.letters;

import org.jspecify.annotations.NullMarked;
