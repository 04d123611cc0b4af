package io.duban.platform.evidence;

/**
 * Which picture of a paper is meant.
 *
 * @param edition of the drawing; a better one never shows the older one's pictures
 * @param page counted from 1
 * @param width pixels
 */
public record PagePicture(int edition, int page, int width) {}
