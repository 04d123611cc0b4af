package io.duban.compliance;

import java.util.List;
import java.util.function.Function;

/**
 * One rule of 国办函〔2026〕12号 as this product can break it.
 *
 * @param claim what holds, as the test's name
 * @param violations what breaks it, each with the place where it stands
 */
record Rule(String claim, Function<Product, List<String>> violations) {}
