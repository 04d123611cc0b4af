package io.duban.platform.statistics;

/** A count with its name, such as {@code hotline.red}. */
public record Figure(String name, long count) {}
