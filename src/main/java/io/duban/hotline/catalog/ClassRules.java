package io.duban.hotline.catalog;

/**
 * The names of the deadline rules that one kind of demand runs under.
 *
 * @param complexRule handling, for a complex demand
 * @param stageRule an answer on the way, where handling takes longer than that
 */
public record ClassRules(
        String dispatchRule,
        String signRule,
        String contactRule,
        String handleRule,
        String complexRule,
        String stageRule) {}
