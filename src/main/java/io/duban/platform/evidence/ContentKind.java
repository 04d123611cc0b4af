package io.duban.platform.evidence;

/** What a file is, by its bytes. */
enum ContentKind {
    JPEG("image/jpeg"),
    PNG("image/png"),
    HEIC("image/heic"),
    HEIF("image/heif"),
    PDF("application/pdf"),
    OFD("application/ofd"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    TEXT("text/plain;charset=UTF-8"),
    M4A("audio/mp4"),
    AMR("audio/amr"),
    MP3("audio/mpeg"),
    WAV("audio/wav"),
    OGG("audio/ogg");

    final String mediaType;

    ContentKind(String mediaType) {
        this.mediaType = mediaType;
    }

    static boolean isPhoto(String mediaType) {
        return mediaType.startsWith("image/");
    }
}
