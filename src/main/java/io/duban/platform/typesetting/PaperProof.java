package io.duban.platform.typesetting;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** That what is printed is what was signed. */
public final class PaperProof {

    private PaperProof() {}

    /** SHA-256 of title, line feed and body in UTF-8, in hexadecimal. */
    public static String hash(String title, String body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var text = (title + "\n" + body).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(digest.digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Refuses with {@code E_DOC_TEXT_CHANGED} a paper whose title and body are not those of its hash. */
    static void check(OfficialPaper paper) {
        if (!hash(paper.title(), paper.body()).equals(paper.textHash())) {
            throw Refusal.of(
                    RefusalCode.E_DOC_TEXT_CHANGED,
                    "正文与签批时的文本不一致，不能排印；请核对文本。",
                    "The text is not the one that was signed, so it is not printed.");
        }
    }
}
