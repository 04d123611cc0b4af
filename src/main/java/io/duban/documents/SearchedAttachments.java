package io.duban.documents;

import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Zone;
import io.duban.platform.search.Phrase;
import io.duban.platform.web.Cursors;
import reactor.core.publisher.Flux;

/** The attachments of one kind of papers, as they are searched. */
public interface SearchedAttachments {

    /**
     * The papers of the zone with an attachment one page of which contains the phrase, newest first, each once with its first such page.
     *
     * @param last the row after which to go on
     * @param officer who asks; what the download would not give him is not found
     * @param zone of the permission to read attachments
     */
    Flux<PaperHit> containing(Phrase phrase, Officer officer, Zone zone, Cursors.Place last, int limit);
}
