package io.duban.platform.pages;

/**
 * How large a page is on paper.
 *
 * @param width millimetres
 * @param height millimetres
 */
public record PageSize(double width, double height) {}
