package io.duban.platform.evidence;

/** Which rules a file is received under. */
public enum Intake {
    /** A photo of a result: JPEG, PNG or HEIF, at most 20 MB and 50 megapixels. */
    PHOTO(20, false),
    /** A paper: PDF, OFD, DOCX, UTF-8 text or Markdown, a photo or a voice note; at most 50 MB. */
    ATTACHMENT(50, true);

    private final int megabytes;
    private final boolean takesPapers;

    Intake(int megabytes, boolean takesPapers) {
        this.megabytes = megabytes;
        this.takesPapers = takesPapers;
    }

    /** The longest file accepted, in bytes. */
    public long limitBytes() {
        return megabytes * 1024L * 1024L;
    }

    boolean takesPapers() {
        return takesPapers;
    }
}
