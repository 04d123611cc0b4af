package io.duban.platform.pages;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the process apart answers, as bytes: nothing but numbers and words, so that no answer can make objects of its own. */
public final class PaperAnswer {

    private static final int MOST_BYTES = 32 * 1024 * 1024;
    private static final int MOST_ITEMS = 10_000;

    private PaperAnswer() {}

    /** Answers a reading. */
    public static void write(DataOutputStream out, PaperContents contents) throws IOException {
        out.writeByte(-1);
        out.writeByte(contents.layout().ordinal());
        out.writeInt(contents.sizes().size());
        for (int page = 0; page < contents.sizes().size(); page++) {
            out.writeDouble(contents.sizes().get(page).width());
            out.writeDouble(contents.sizes().get(page).height());
            writeBytes(out, contents.texts().get(page).getBytes(StandardCharsets.UTF_8));
        }
        out.writeInt(contents.seals().size());
        for (var seal : contents.seals()) {
            write(out, seal);
        }
        out.flush();
    }

    /** Answers with a picture. */
    public static void write(DataOutputStream out, byte[] picture) throws IOException {
        out.writeByte(-1);
        writeBytes(out, picture);
        out.flush();
    }

    /** Answers that it cannot be done. */
    public static void write(DataOutputStream out, PaperFault fault) throws IOException {
        out.writeByte(fault.ordinal());
        out.flush();
    }

    static PaperContents readContents(DataInputStream in) throws IOException, PaperFailure {
        readFault(in);
        var layout = PageLayout.values()[in.readByte()];
        int pages = readCount(in);
        var sizes = new ArrayList<PageSize>();
        var texts = new ArrayList<String>();
        for (int page = 0; page < pages; page++) {
            sizes.add(new PageSize(in.readDouble(), in.readDouble()));
            texts.add(new String(readBytes(in), StandardCharsets.UTF_8));
        }
        var seals = new ArrayList<SealFinding>();
        for (int left = readCount(in); left > 0; left--) {
            seals.add(readSeal(in));
        }
        return new PaperContents(layout, List.copyOf(sizes), List.copyOf(texts), List.copyOf(seals));
    }

    static byte[] readPicture(DataInputStream in) throws IOException, PaperFailure {
        readFault(in);
        return readBytes(in);
    }

    private static void readFault(DataInputStream in) throws IOException, PaperFailure {
        int fault = in.readByte();
        if (fault >= 0) {
            throw new PaperFailure(PaperFault.values()[fault]);
        }
    }

    private static void write(DataOutputStream out, SealFinding seal) throws IOException {
        out.writeByte(seal.verdict().ordinal());
        writeWords(out, seal.name());
        writeWords(out, seal.signer());
        writeWords(out, seal.issuer());
        var signedAt = seal.signedAt();
        out.writeLong(signedAt == null ? Long.MIN_VALUE : signedAt.getEpochSecond());
        out.writeInt(seal.pages().size());
        for (int page : seal.pages()) {
            out.writeInt(page);
        }
        out.writeInt(seal.reasons().size());
        for (var reason : seal.reasons()) {
            writeWords(out, reason);
        }
    }

    private static SealFinding readSeal(DataInputStream in) throws IOException {
        var verdict = SealVerdict.values()[in.readByte()];
        var name = readWords(in);
        var signer = readWords(in);
        var issuer = readWords(in);
        long signedAt = in.readLong();
        var pages = new ArrayList<Integer>();
        for (int left = readCount(in); left > 0; left--) {
            pages.add(in.readInt());
        }
        var reasons = new ArrayList<String>();
        for (int left = readCount(in); left > 0; left--) {
            reasons.add(String.valueOf(readWords(in)));
        }
        var at = signedAt == Long.MIN_VALUE ? null : Instant.ofEpochSecond(signedAt);
        return new SealFinding(verdict, name, signer, issuer, at, List.copyOf(pages), List.copyOf(reasons));
    }

    private static void writeWords(DataOutputStream out, @Nullable String words) throws IOException {
        out.writeBoolean(words != null);
        if (words != null) {
            out.writeUTF(words.substring(0, Math.min(500, words.length())));
        }
    }

    private static @Nullable String readWords(DataInputStream in) throws IOException {
        return in.readBoolean() ? in.readUTF() : null;
    }

    private static void writeBytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] readBytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > MOST_BYTES) {
            throw new IOException("an answer of " + length + " bytes");
        }
        var bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }

    private static int readCount(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > MOST_ITEMS) {
            throw new IOException("an answer of " + count + " items");
        }
        return count;
    }
}
