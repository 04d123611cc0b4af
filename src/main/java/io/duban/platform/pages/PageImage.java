package io.duban.platform.pages;

/** A page as a picture: PNG, or JPEG where that is much smaller. */
public record PageImage(byte[] bytes) {

    /** A value for {@code Content-Type}. */
    public String mediaType() {
        return bytes.length > 0 && bytes[0] == (byte) 0x89 ? "image/png" : "image/jpeg";
    }
}
