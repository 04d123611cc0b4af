package io.duban.platform.pages;

/**
 * The words of one page.
 *
 * @param page counted from 1
 * @param text in the order it is read; empty when the page has none, as a scan
 */
public record PageText(int page, String text) {}
