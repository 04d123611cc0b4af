package io.duban.platform.refusals;

import io.duban.platform.problem.RefusalCode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The codes that must not pass unseen, and the row of the permission matrix that says who may know. */
enum RefusalKind {
    BYPASS(RefusalCode.E_DOC_BYPASS_OFFICE_REVIEW, "doc:bypass-ledger", "越过办公室审核,已拒绝"),
    CLASSIFIED(RefusalCode.E_GEN_CLASSIFIED_REFUSED, "secrecy:read-refusals", "拦截国家秘密标志");

    private final RefusalCode code;
    private final String permission;
    private final String chinese;

    RefusalKind(RefusalCode code, String permission, String chinese) {
        this.code = code;
        this.permission = permission;
        this.chinese = chinese;
    }

    static Optional<RefusalKind> of(RefusalCode code) {
        return Arrays.stream(values()).filter(kind -> kind.code == code).findFirst();
    }

    RefusalCode code() {
        return code;
    }

    String permission() {
        return permission;
    }

    String chinese() {
        return chinese;
    }

    /** The last part of the event's type. */
    String verb() {
        return name().toLowerCase(Locale.ROOT);
    }
}
