package io.duban.supervision.notices;

import static io.duban.platform.identity.Role.*;

import io.duban.platform.identity.Access;
import io.duban.platform.identity.Post;
import io.duban.platform.identity.Role;
import java.util.List;
import java.util.stream.Collectors;

/** A bulletin as one officer sees it now. What the units said to it is before whoever decides on it; a unit sees its own words only. */
record BulletinView(
        SupervisionBulletin bulletin,
        List<BulletinEntry> entries,
        List<BulletinReading> readings,
        List<String> legalActions) {

    private static final Role[] OFFICE = {
        CHIEF_LEADER, DEPUTY_LEADER, OFFICE_DIRECTOR, OFFICE_DEPUTY, SUPERVISION_CHIEF, SUPERVISOR
    };

    static BulletinView of(BulletinFile file, Access access) {
        var officer = access.officer();
        var shown = officer.has(OFFICE)
                ? file
                : file.ofUnits(officer.posts().stream().map(Post::unitId).collect(Collectors.toSet()));
        var masked = PaperView.isMasked(file.head(), access);
        return new BulletinView(
                masked ? file.bulletin().withoutWords() : file.bulletin(),
                shown.entries(),
                shown.readings(),
                PaperMove.legal(
                        BulletinMove.values(),
                        file.status(),
                        file.bulletin().body().everybody(),
                        officer));
    }
}
