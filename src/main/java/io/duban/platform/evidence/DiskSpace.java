package io.duban.platform.evidence;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells a full disk from a broken one: Java has no exception of its own for it. */
final class DiskSpace {

    private DiskSpace() {}

    /** The refusal {@code E_WEB_STORAGE_FULL} when the failure is a full disk or a used-up quota; else the failure. */
    static Throwable explain(Throwable failure) {
        return failure instanceof IOException && saysFull(failure.getMessage()) ? full() : failure;
    }

    static Refusal full() {
        return Refusal.of(
                RefusalCode.E_WEB_STORAGE_FULL, "存储空间已满，文件未保存，请联系管理员", "storage is full; the file was not kept");
    }

    private static boolean saysFull(@Nullable String message) {
        if (message == null) {
            return false;
        }
        var words = message.toLowerCase(Locale.ROOT);
        return words.contains("no space left")
                || words.contains("not enough space")
                || words.contains("quota exceeded");
    }
}
