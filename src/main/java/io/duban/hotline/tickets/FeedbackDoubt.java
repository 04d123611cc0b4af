package io.duban.hotline.tickets;

/** What an auditor is to look at twice (虚假办结, domain 2.5 T16). It refuses nothing: a person judges. */
enum FeedbackDoubt {
    /** 疑似虚假办结: said to be resolved, by a photo that was used elsewhere or is older than the work. */
    SUSPECT_FALSE_CLOSURE,
    /** 文字模板: it reads as another feedback does. */
    TEMPLATE_TEXT,
    /** A co unit had not answered when the host handed in. */
    CO_UNIT_SILENT
}
