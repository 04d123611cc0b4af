/** Conclusions (督查结论): what was found of each object, what it has to put right, and its objection (政府督查工作条例 arts 16-18). */
@NullMarked
package io.duban.supervision.conclusions;

import org.jspecify.annotations.NullMarked;
