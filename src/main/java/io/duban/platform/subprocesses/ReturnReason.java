package io.duban.platform.subprocesses;

/** Why work should be another unit's (退回改派). */
public enum ReturnReason {
    NOT_COMPETENT,
    OTHER_UNIT_COMPETENT,
    DUPLICATE
}
