package io.duban.platform.web;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/** Versions as strong entity tags (RFC 9110 section 8.8.3): {@code "7"}. */
public final class Versions {

    private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})\"");

    private Versions() {}

    public static String etag(long version) {
        return "\"" + version + "\"";
    }

    /**
     * The version the person saw, from If-Match.
     *
     * @throws Refusal {@code E_WEB_PRECONDITION_REQUIRED} when it is missing, {@code E_GEN_VALIDATION} when it is {@code *}, weak or several
     */
    public static long seen(ServerWebExchange exchange) {
        var header = exchange.getRequest().getHeaders().getFirst(HttpHeaders.IF_MATCH);
        if (header == null) {
            throw Refusal.of(
                    RefusalCode.E_WEB_PRECONDITION_REQUIRED,
                    "请在 If-Match 中带上您看到的版本(ETag)。",
                    "Send the ETag you saw in If-Match.");
        }
        var tag = TAG.matcher(header.strip());
        if (!tag.matches()) {
            throw Refusal.invalid(
                    "If-Match", "If-Match 须为一个强 ETag,例如 \"3\"。", "If-Match takes one strong ETag such as \"3\".");
        }
        return Long.parseLong(tag.group(1));
    }
}
