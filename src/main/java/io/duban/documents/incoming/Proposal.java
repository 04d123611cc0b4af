package io.duban.documents.incoming;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 拟办意见: what the office found when it looked at the paper, and what it proposes to do.
 *
 * @param competent 本机关办理
 * @param rulesKept 行文规则
 * @param formatRight 文种格式
 * @param consulted 已协商会签
 * @param otherwiseFit 其他
 */
record Proposal(
        @Nullable Boolean competent,
        @Nullable Boolean rulesKept,
        @Nullable Boolean formatRight,
        @Nullable Boolean consulted,
        @Nullable Boolean otherwiseFit,
        @Nullable String proposalOpinion,
        List<UUID> proposedLeaderIds,
        @Nullable UUID proposedHostId,
        List<UUID> proposedCoIds,
        @Nullable Instant proposedDueAt,
        @Nullable String precedent,
        @Nullable UUID proposedBy,
        @Nullable Instant proposedAt,
        @Nullable UUID checkedBy,
        @Nullable Instant checkedAt,
        @Nullable String checkOpinion)
        implements Page {

    static final Proposal NONE = new Proposal(
            null, null, null, null, null, null, List.of(), null, List.of(), null, null, null, null, null, null, null);

    /** The checklist of the preliminary review (初审). */
    record Checklist(
            boolean competent, boolean rulesKept, boolean formatRight, boolean consulted, boolean otherwiseFit) {

        /** A "no" is no proposal: the paper is returned to its sender, or the defect mended first. */
        void requirePassed() {
            var found = new LinkedHashMap<String, Boolean>();
            found.put("本机关办理", competent);
            found.put("行文规则", rulesKept);
            found.put("文种格式", formatRight);
            found.put("协商会签", consulted);
            found.put("其他", otherwiseFit);
            var failed = found.entrySet().stream()
                    .filter(item -> !item.getValue())
                    .map(Map.Entry::getKey)
                    .toList();
            if (!failed.isEmpty()) {
                throw Refusal.of(
                        RefusalCode.E_DOC_CHECKLIST_FAILED,
                        "初审有不合格项(%s),不能拟办;请退回来文单位或补正。".formatted(String.join("、", failed)),
                        "The preliminary review has a \"no\": return the paper to its sender.");
            }
        }
    }

    /** What the handler proposes. */
    record Draft(
            UUID documentId,
            Checklist checklist,
            String opinion,
            List<UUID> leaderIds,
            @Nullable UUID hostUnitId,
            List<UUID> coUnitIds,
            @Nullable Instant dueAt,
            @Nullable String precedent) {

        Proposal by(UUID handler, Instant now) {
            return new Proposal(
                    checklist.competent(),
                    checklist.rulesKept(),
                    checklist.formatRight(),
                    checklist.consulted(),
                    checklist.otherwiseFit(),
                    opinion,
                    leaderIds,
                    hostUnitId,
                    coUnitIds,
                    dueAt,
                    precedent,
                    handler,
                    now,
                    null,
                    null,
                    null);
        }
    }

    Proposal checked(UUID chief, @Nullable String words, Instant now) {
        return new Proposal(
                competent,
                rulesKept,
                formatRight,
                consulted,
                otherwiseFit,
                proposalOpinion,
                proposedLeaderIds,
                proposedHostId,
                proposedCoIds,
                proposedDueAt,
                precedent,
                proposedBy,
                proposedAt,
                chief,
                now,
                words);
    }
}
