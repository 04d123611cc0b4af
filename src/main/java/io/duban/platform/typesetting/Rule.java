package io.duban.platform.typesetting;

/**
 * A printed line from left to right.
 *
 * @param y of its middle, in points from the upper edge of the page
 */
record Rule(double left, double right, double y, double thickness, Ink ink) {}
