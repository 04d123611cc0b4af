package io.duban.platform.evidence;

/** What a photo is to show. There is no purpose "I was here": photos never prove attendance. */
public enum PhotoPurpose {
    BEFORE,
    DURING,
    AFTER,
    HAZARD,
    ACCEPTANCE,
    DOCUMENT
}
