package io.duban.planted.compliance;

import java.util.UUID;

/** Breaks the rule that nobody's use of the app is counted and nobody is ranked. */
record PersonRanking(UUID personId, int loginCount, int rank) {}
