package io.duban.platform.pages.worker;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one paragraph of a DOCX holds, while it is being read. */
final class DocxInline {

    private static final double BODY = 14;

    final List<Block.Run> runs = new ArrayList<>();
    final List<byte[]> pictures = new ArrayList<>();
    final boolean heading;
    boolean breaksPage;
    private double halfPoints;

    DocxInline(boolean heading) {
        this.heading = heading;
    }

    void size(@Nullable String told) {
        try {
            halfPoints = told == null ? halfPoints : Math.max(halfPoints, Double.parseDouble(told));
        } catch (NumberFormatException broken) {
            // As large as the body's, then.
        }
    }

    double points() {
        return halfPoints == 0 ? BODY : Math.min(28, Math.max(10, halfPoints / 2));
    }
}
