package io.duban.documents.outgoing;

/** A part of an outgoing document that a move may replace as a whole. */
sealed interface DocumentPart permits Origin, Paper, Particulars, Review, Registration, Progress, Course, Ending {}
