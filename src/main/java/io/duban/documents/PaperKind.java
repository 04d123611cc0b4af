package io.duban.documents;

/** Which kind of paper a line of a common list is; each has addresses of its own. */
public enum PaperKind {
    OUTGOING,
    INCOMING
}
