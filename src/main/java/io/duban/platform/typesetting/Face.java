package io.duban.platform.typesetting;

import java.util.List;

/** The typefaces of the standard, and where a character is looked for that a face lacks. */
enum Face {
    /** 仿宋. */
    FANG,
    /** 小标宋. */
    TITLE,
    /** 黑体. */
    HEI,
    /** 楷体. */
    KAI,
    /** 宋体 of the page numbers. */
    FOLIO,
    /** Has nearly every character. */
    REST;

    /** This face first. */
    List<Face> candidates() {
        return switch (this) {
            case FANG -> List.of(FANG, KAI, HEI, REST);
            case TITLE -> List.of(TITLE, HEI, REST);
            case HEI -> List.of(HEI, REST);
            case KAI -> List.of(KAI, FANG, HEI, REST);
            case FOLIO -> List.of(FOLIO, TITLE);
            case REST -> List.of(REST);
        };
    }
}
