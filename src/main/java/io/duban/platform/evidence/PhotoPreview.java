package io.duban.platform.evidence;

/** What is shown of a photo. */
public enum PhotoPreview {
    /** The photo itself, upright and smaller. */
    DRAWN,
    /** A picture that says that there is one: its pixels cannot be read here. */
    PLACEHOLDER
}
