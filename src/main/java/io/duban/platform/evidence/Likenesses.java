package io.duban.platform.evidence;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Which photos of other tasks a photo looks like, or is. Does not ask who may see them: the module that owns the tasks knows. */
@Component
public class Likenesses {

    private static final int MOST_BITS = 7;

    private final StoredFiles files;

    Likenesses(StoredFiles files) {
        this.files = files;
    }

    /**
     * Another photo that looks the same.
     *
     * @param distance 0 to 7 of 63 bits: 0 looks exactly the same, which for other bytes still means compressed or scaled anew
     * @param identical the very same bytes
     */
    public record Likeness(StoredFile other, int distance, boolean identical) {}

    /** At most twenty, the most alike first; empty for what is no photo, was not decoded, or shows nothing. */
    public Flux<Likeness> of(StoredFile photo) {
        var hash = photo.perceptualHash();
        var same = files.findBySha256AndSubjectIdNotOrderByReceivedAt(photo.sha256(), photo.subjectId())
                .filter(StoredFile::isPhoto)
                .map(other -> new Likeness(other, 0, true));
        var alike = hash == null
                ? Flux.<StoredFile>empty()
                : files.findLookingLike(hash, PerceptualHash.neighbours(hash), MOST_BITS, photo.subjectId());
        return same.concatWith(alike.filter(other -> !other.sha256().equals(photo.sha256()))
                        .map(other -> new Likeness(other, distance(hash, other), false)))
                .take(20);
    }

    private static int distance(long hash, StoredFile other) {
        return other.perceptualHash() == null ? 0 : PerceptualHash.distance(hash, other.perceptualHash());
    }
}
