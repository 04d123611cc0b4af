package io.duban.documents.incoming;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/** What a work secret (工作秘密) is spared: no copy of it leaves the office, and nothing on the way keeps it. */
final class WorkSecrets {

    private WorkSecrets() {}

    /** @throws Refusal {@code E_GEN_SCOPE} for the words or the bytes of a work secret */
    static void requireCopies(PaperFile file) {
        if (file.document().content().isWorkSecret()) {
            throw Refusal.of(
                    RefusalCode.E_GEN_SCOPE,
                    "工作秘密只能逐页查看带水印的页面图像,不能下载原件或提取文字。",
                    "A work secret is read as watermarked pages only; open its pages instead.");
        }
    }

    /** Set on the exchange, before the answer: what stands there already is not set again. */
    static void keepNowhere(PaperFile file, ServerWebExchange exchange) {
        if (file.document().content().isWorkSecret()) {
            exchange.getResponse().getHeaders().set(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }
}
