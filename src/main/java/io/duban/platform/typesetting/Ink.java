package io.duban.platform.typesetting;

import java.awt.Color;

/** What a paper is printed with. */
enum Ink {
    BLACK(Color.BLACK),
    RED(new Color(220, 0, 16)),
    /** Of a watermark. */
    PALE(new Color(225, 225, 225));

    private final Color color;

    Ink(Color color) {
        this.color = color;
    }

    Color color() {
        return color;
    }
}
