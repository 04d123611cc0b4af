package io.duban.platform.pages;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * What the process apart is asked to do with one file.
 *
 * @param work which of its works
 * @param file where the copy lies
 * @param mediaType what the copy is, told by its content
 * @param page counted from 0; of a drawing only
 * @param width pixels; of a drawing only
 * @param watermark the words to be put across the picture; empty for none
 * @param anchors a file of the certificates this office trusts, PEM; empty when there is none
 */
public record PaperTask(
        Work work, String file, String mediaType, int page, int width, String watermark, String anchors) {

    /** The kinds of work. */
    public enum Work {
        /** Pages, texts and seals. */
        READ,
        /** Texts only, without laying anything out: before the file may be stored. */
        TEXT,
        /** One page as a picture. */
        DRAW,
        /** Words across a picture that was drawn before. */
        MARK
    }

    /** A task that is about the whole file. */
    public static PaperTask whole(Work work, String file, String mediaType, String anchors) {
        return new PaperTask(work, file, mediaType, 0, 0, "", anchors);
    }

    /** Puts it on the line. */
    public void write(DataOutputStream out) throws IOException {
        out.writeByte(work.ordinal());
        out.writeUTF(file);
        out.writeUTF(mediaType);
        out.writeInt(page);
        out.writeInt(width);
        out.writeUTF(watermark);
        out.writeUTF(anchors);
        out.flush();
    }

    /** The next task from the line; {@link java.io.EOFException} when nobody asks any more. */
    public static PaperTask read(DataInputStream in) throws IOException {
        return new PaperTask(
                Work.values()[in.readByte()],
                in.readUTF(),
                in.readUTF(),
                in.readInt(),
                in.readInt(),
                in.readUTF(),
                in.readUTF());
    }
}
