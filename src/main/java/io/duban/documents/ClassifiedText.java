package io.duban.documents;

import io.duban.platform.evidence.ClassifiedMarks;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The net under the human duty not to write state secrets into this system: every text of this module passes it. */
final class ClassifiedText {

    private ClassifiedText() {}

    /** Refuses when any of the texts carries the mark of a state secret; the refusal does not repeat it. */
    static void refuse(@Nullable String... texts) {
        if (Arrays.stream(texts).filter(Objects::nonNull).anyMatch(ClassifiedMarks::in)) {
            throw Refusal.of(
                    RefusalCode.E_GEN_CLASSIFIED_REFUSED,
                    "内容带有国家秘密标志,本系统不得存储、处理;请按涉密文件办理。",
                    "It carries the mark of a state secret, which this system must not hold.");
        }
    }

    static void refuse(List<String> texts) {
        refuse(texts.toArray(String[]::new));
    }
}
