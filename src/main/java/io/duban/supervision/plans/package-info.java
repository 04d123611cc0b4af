/** 年度督查计划: what is to be supervised this year, of whom, when and by whose lead (条例 art. 15). */
@NullMarked
package io.duban.supervision.plans;

import org.jspecify.annotations.NullMarked;
