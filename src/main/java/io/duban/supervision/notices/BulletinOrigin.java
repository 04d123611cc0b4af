package io.duban.supervision.notices;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a bulletin came from; all null for one written by itself.
 *
 * @param cardId the red card that opened it
 * @param correctsId the bulletin it corrects or withdraws
 * @param effect what it does to that one once it is issued
 */
record BulletinOrigin(
        @Nullable UUID cardId,
        @Nullable UUID correctsId,
        @Nullable Effect effect) {

    static final BulletinOrigin NONE = new BulletinOrigin(null, null, null);

    /** 更正 or 撤销. */
    enum Effect {
        CORRECT,
        WITHDRAW;

        BulletinMove move() {
            return this == CORRECT ? BulletinMove.CORRECT : BulletinMove.WITHDRAW;
        }
    }
}
