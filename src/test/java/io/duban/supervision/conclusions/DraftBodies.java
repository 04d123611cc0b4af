package io.duban.supervision.conclusions;

import static io.duban.supervision.Caller.*;

/** What people write into requests about conclusions. */
final class DraftBodies {

    private static final String LATER = "2099-01-01T00:00:00+08:00";

    private DraftBodies() {}

    static String evidence(String kind, Object source) {
        return "{\"kind\": \"%s\", \"sourceId\": \"%s\"}".formatted(kind, source);
    }

    /** @param donghu the hearing of Donghu; null when it was not heard */
    static String draft(String evidence, String urban, String donghu) {
        return """
                {"facts": "东湖路路面修复后再次沉降。", "evidence": [%s], "findings": [
                 {"unitId": "%s", "finding": "修复质量不符合标准。"%s, "rectifications": [{"what": "重新摊铺", "dueAt": "%s"}]},
                 {"unitId": "%s", "finding": "巡查不到位。"%s, "rectifications": [{"what": "恢复日巡查", "dueAt": "%s"}]}]}""".formatted(evidence, URBAN, hearing(urban), LATER, DONGHU, hearing(donghu), LATER);
    }

    static String change() {
        return ", \"finding\": \"一处接缝不平。\", \"rectifications\": [{\"what\": \"修补接缝\", \"dueAt\": \"%s\"}]"
                .formatted(LATER);
    }

    private static String hearing(String hearing) {
        return hearing == null ? "" : ", \"hearing\": " + hearing;
    }
}
