package io.duban.hotline.catalog;

/** How urgent demands of a category are unless the dispatcher knows better. Never a danger to life: that is the call's, not the category's. */
public enum CategoryUrgency {
    RISK,
    UTILITY,
    ORDINARY,
    COMPLEX
}
