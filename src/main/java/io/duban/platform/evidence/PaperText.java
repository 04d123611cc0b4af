package io.duban.platform.evidence;

import java.nio.file.Path;
import reactor.core.publisher.Flux;

/** Reads the words of a paper before it may be stored. */
public interface PaperText {

    /**
     * The words, page by page; without any when the file is damaged so far that nobody can read it.
     *
     * @param file read while the stream runs
     * @param mediaType told by the content
     * @return the words, or {@code E_WEB_UNSUPPORTED_MEDIA_TYPE} when they are locked away by a password,
     *     {@code E_WEB_TOO_LARGE} when they cannot be read within the limits, {@code E_WEB_UNAVAILABLE} when too many wait
     */
    Flux<String> of(Path file, String mediaType);
}
