package io.duban.hotline.catalog;

/** Whose periods a district handles demands by (domain 2.5); its rows are {@code hotline_deadline_profile}. */
public enum HotlineDeadlineProfile {
    STANDARD,
    GUANGDONG,
    BEIJING_DRAFT,
    BENGBU
}
