package io.duban.documents;

import io.duban.platform.identity.Zone;
import io.duban.platform.search.Phrase;
import io.duban.platform.web.Cursors;
import reactor.core.publisher.Flux;

/** One kind of papers, as it is searched. */
public interface SearchedPapers {

    /**
     * The papers of the zone that contain the phrase, newest first.
     *
     * @param last the row after which to go on
     * @param zone of the permission to read the paper itself, never only of the one to see it in a list
     */
    Flux<PaperHit> containing(Phrase phrase, Zone zone, Cursors.Place last, int limit);
}
