package io.duban.platform.uploads;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a subject named and what of it has come.
 *
 * @param items in the order they were named
 * @param complete everything has arrived or was taken back; only then may the app delete its copies
 */
public record DeclaredFilesView(List<Item> items, boolean complete) {

    /** Of a subject that named nothing. */
    public static final DeclaredFilesView NONE = new DeclaredFilesView(List.of(), true);

    /**
     * One of them.
     *
     * @param offset how many bytes are safely here; the whole length once it has arrived
     * @param uploadUrl where its bytes are sent; null once nothing is awaited any more
     * @param refusedCode why the bytes that came last were thrown away; null when they were not
     */
    public record Item(
            DeclaredFile file,
            boolean arrived,
            long offset,
            @Nullable String uploadUrl,
            @Nullable String refusedCode,
            @Nullable Instant refusedAt) {

        /** One of which no byte is under way: all of it is here, or nothing. */
        static Item of(DeclaredFile file) {
            return new Item(file, file.hasArrived(), file.hasArrived() ? file.sizeBytes() : 0, null, null, null);
        }
    }

    static DeclaredFilesView of(List<Item> items) {
        return new DeclaredFilesView(
                items, items.stream().noneMatch(item -> item.file().isAwaited()));
    }

    /** The same with what a command has just declared, for its answer. */
    public DeclaredFilesView with(List<DeclaredFile> declared) {
        return of(Stream.concat(items.stream(), declared.stream().map(Item::of)).toList());
    }

    /** The ids of those that are still to come. */
    public List<UUID> missing() {
        return items.stream()
                .map(Item::file)
                .filter(DeclaredFile::isAwaited)
                .map(DeclaredFile::id)
                .toList();
    }
}
