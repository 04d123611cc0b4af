package io.duban.supervision.notices;

/** The talk notices as they stand. */
interface TalkNotices extends Papers<TalkNotice> {}
