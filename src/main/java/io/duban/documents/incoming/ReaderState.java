package io.duban.documents.incoming;

/** What a reader on the circulation list has done (domain 0.4). */
enum ReaderState {
    PENDING,
    READ,
    INSTRUCTED,
    SKIPPED
}
