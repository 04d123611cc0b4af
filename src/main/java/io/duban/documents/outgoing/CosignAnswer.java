package io.duban.documents.outgoing;

/** 同意, 原则同意并提出修改意见, 不同意; and silence where the rule for the unit takes it for no objection, shown as such. */
enum CosignAnswer {
    AGREE,
    AGREE_WITH_CHANGES,
    DISAGREE,
    DEEMED_NO_OBJECTION
}
