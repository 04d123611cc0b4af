/** What the supervision office puts in writing beside its notices: chase letters, cards, bulletins, talks and transfers (domain 2.4.4). */
@NullMarked
package io.duban.supervision.notices;

import org.jspecify.annotations.NullMarked;
