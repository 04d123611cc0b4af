package io.duban.platform.uploads;

import io.duban.platform.evidence.PartFiles;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What subjects named and what of it has come. Does not ask who may see it: the module that owns the subject knows. */
@Component
public class DeclaredFileReading {

    static final String ADDRESS = "/v1/uploads/";

    private final DeclaredFiles files;
    private final Uploads uploads;
    private final PartFiles parts;

    DeclaredFileReading(DeclaredFiles files, Uploads uploads, PartFiles parts) {
        this.files = files;
        this.uploads = uploads;
        this.parts = parts;
    }

    /** The files of one subject; {@link DeclaredFilesView#NONE} when it named none. */
    public Mono<DeclaredFilesView> of(UUID subjectId) {
        return items(files.findBySubjectIdOrderByDeclaredAtAscIdAsc(subjectId)).map(DeclaredFilesView::of);
    }

    /** The files of several subjects, by subject; those that named none are absent. */
    public Mono<Map<UUID, DeclaredFilesView>> ofAll(Collection<UUID> subjectIds) {
        if (subjectIds.isEmpty()) {
            return Mono.just(Map.of());
        }
        return items(files.findBySubjectIdInOrderByDeclaredAtAscIdAsc(subjectIds))
                .map(items -> items.stream()
                        .collect(Collectors.groupingBy(
                                item -> item.file().subjectId(),
                                Collectors.collectingAndThen(Collectors.toList(), DeclaredFilesView::of))));
    }

    Mono<DeclaredFilesView.Item> of(DeclaredFile file) {
        return items(Flux.just(file)).map(items -> items.get(0));
    }

    private Mono<List<DeclaredFilesView.Item>> items(Flux<DeclaredFile> declared) {
        return declared.collectList()
                .flatMap(all -> uploadsOf(all)
                        .flatMap(sent -> Flux.fromIterable(all)
                                .concatMap(file -> item(file, sent.get(file.id())))
                                .collectList()));
    }

    private Mono<Map<UUID, Upload>> uploadsOf(List<DeclaredFile> all) {
        var awaited = all.stream()
                .filter(DeclaredFile::isAwaited)
                .map(DeclaredFile::id)
                .toList();
        return awaited.isEmpty()
                ? Mono.just(Map.of())
                : uploads.findByIdIn(awaited).collectMap(Upload::id);
    }

    private Mono<DeclaredFilesView.Item> item(DeclaredFile file, @Nullable Upload upload) {
        if (upload == null) {
            return Mono.just(DeclaredFilesView.Item.of(file));
        }
        return parts.durable(file.id())
                .map(offset -> new DeclaredFilesView.Item(
                        file, false, offset, ADDRESS + file.id(), upload.refusedCode(), upload.refusedAt()));
    }
}
