package io.duban.platform.evidence;

/**
 * In which form a stored file is read. The pixels of HEIF photos cannot be read here: instead of both drawn forms there
 * is a picture that says "HEIF 原图".
 */
public enum Rendition {
    /** The bytes as they came, with time and place inside: for those who judge the evidence. */
    ORIGINAL,
    /** A photo turned upright, at most 2,560 pixels on the long side, without EXIF; other files as they came. */
    PUBLIC,
    /** A photo turned upright, at most 400 pixels on the long side, without EXIF; other files have none. */
    THUMBNAIL
}
