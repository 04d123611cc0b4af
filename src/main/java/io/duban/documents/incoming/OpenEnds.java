package io.duban.documents.incoming;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is still open on a paper, in words: as long as there is any, it is not completed (漏办). */
final class OpenEnds {

    private OpenEnds() {}

    static List<String> of(PaperFile paper, @Nullable String withoutAnswer, boolean openInstructions) {
        var open = new ArrayList<String>();
        if (!paper.openAssignments().isEmpty()
                || !paper.in(UnitAssignmentStatus.DRAFTED).isEmpty()) {
            open.add("有未办结的交办任务");
        }
        if (!paper.in(UnitAssignmentStatus.SUBMITTED).isEmpty()) {
            open.add("有未审核的办理结果");
        }
        if (paper.document().leading().conflict()) {
            open.add("领导批示意见不一致,尚未由主要领导确定");
        }
        if (openInstructions) {
            open.add("有未销号的领导批示");
        }
        if (!paper.unread().isEmpty()) {
            open.add("有未阅的传阅人");
        }
        if (lacksAnswer(paper.document(), withoutAnswer)) {
            open.add(paper.document().content().owesReply() ? "请示尚未答复来文单位" : "尚未答复来文单位,也未说明无需答复的理由");
        }
        return List.copyOf(open);
    }

    /** A paper to act on is answered, or it is said why not; a 请示 is always answered. */
    private static boolean lacksAnswer(IncomingDocument document, @Nullable String withoutAnswer) {
        if (!document.content().isAction() || document.ending().answeredAt() != null) {
            return false;
        }
        return document.content().owesReply() || withoutAnswer == null || withoutAnswer.isBlank();
    }
}
