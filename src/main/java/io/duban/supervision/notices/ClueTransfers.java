package io.duban.supervision.notices;

/** The transfers as they stand. */
interface ClueTransfers extends Papers<ClueTransfer> {}
