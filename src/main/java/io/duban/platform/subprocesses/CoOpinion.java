package io.duban.platform.subprocesses;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;

/**
 * The opinion of a co unit (协办意见), which the host sends back once where it has no substance (domain 0.4).
 *
 * @param sentBack the host did so before
 */
public record CoOpinion(boolean sentBack) {

    /** @throws Refusal {@code E_GEN_RETURN_TWICE} the second time */
    public void requireFirst() {
        if (sentBack) {
            throw Refusal.of(
                    RefusalCode.E_GEN_RETURN_TWICE,
                    "协办意见只能退回一次;仍有异议的,请办公室协调。",
                    "A co unit's opinion goes back once; the office coordinates what remains.");
        }
    }
}
