package io.duban.documents.outgoing;

import io.duban.platform.commands.Outcome;
import io.duban.platform.persistence.Versioned;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows of a dossier's sheets: none is ever taken away, so that nobody's answer or signature can be lost. */
record Rows(List<Versioned> all) {

    static final Rows NONE = new Rows(List.of());

    <R extends Versioned> List<R> of(Class<R> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    <R extends Versioned> Rows with(Class<R> kind, List<R> now) {
        var others = all.stream().filter(row -> !kind.isInstance(row));
        return new Rows(Stream.concat(others, now.stream()).toList());
    }

    /** Inserts what is new and updates what has another version now. */
    void writeInto(Outcome<?> outcome, Rows before) {
        var known = before.all.stream().collect(Collectors.toMap(Versioned::id, Function.identity()));
        all.forEach(row -> {
            var old = known.get(row.id());
            if (old == null) {
                outcome.inserting(row);
            } else if (old.version() != row.version()) {
                outcome.updating(row);
            }
        });
    }
}
