package io.duban.platform.typesetting;

import java.util.regex.Pattern;

/**
 * How much of a paragraph is its heading: 一、 in 黑体, （一） in 楷体; 1. and （1） are as the text.
 *
 * @param end the first character that is text again
 */
record Heading(Face face, int end) {

    private static final Pattern FIRST = Pattern.compile("[一二三四五六七八九十百]+、.*", Pattern.DOTALL);
    private static final Pattern SECOND = Pattern.compile("[（(][一二三四五六七八九十百]+[）)].*", Pattern.DOTALL);
    /** A numbered paragraph that goes on for longer than this has no heading. */
    private static final int LONGEST = 32;

    private static final Heading NONE = new Heading(Face.FANG, 0);

    static Heading of(String paragraph) {
        var stop = paragraph.indexOf('。');
        var end = stop < 0 ? paragraph.length() : stop + 1;
        if (end > LONGEST) {
            return NONE;
        }
        if (FIRST.matcher(paragraph).matches()) {
            return new Heading(Face.HEI, end);
        }
        return SECOND.matcher(paragraph).matches() ? new Heading(Face.KAI, end) : NONE;
    }
}
