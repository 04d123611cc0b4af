/** Planted: each class in here breaks one rule of the architecture, to show that the rule sees it. */
package io.duban.planted.rules;
