package io.duban.documents.outgoing;

import io.duban.platform.problem.Refusal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is wrong with a draft, under one of the five points of review (条例 art. 20). */
record Defect(ReviewPoint point, String what) {

    /**
     * @throws Refusal {@code E_GEN_VALIDATION} without any: a unit must know what to change
     */
    static List<Defect> listed(@Nullable List<Defect> underPoints, @Nullable List<String> others) {
        var listed = Stream.concat(
                        underPoints == null ? Stream.of() : underPoints.stream(),
                        others == null ? Stream.of() : others.stream().map(what -> new Defect(ReviewPoint.OTHER, what)))
                .toList();
        if (listed.isEmpty()) {
            throw Refusal.invalid("/reviewDefects", "请逐条写明问题。", "Say what is wrong.");
        }
        return listed;
    }

    /** 行文理由和依据; 内容合法合规; 已充分协商; 文种格式文字; 其他. */
    enum ReviewPoint {
        GROUNDS,
        LAWFULNESS,
        CONSULTATION,
        FORM,
        OTHER
    }
}
