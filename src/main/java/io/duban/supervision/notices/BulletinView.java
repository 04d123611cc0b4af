package io.duban.supervision.notices;

import static io.duban.platform.identity.Role.*;

import io.duban.platform.identity.Access;
import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Post;
import io.duban.platform.identity.Role;
import java.time.Instant;
import java.util.Arrays;
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

    static BulletinView of(BulletinFile file, Access access, Instant now) {
        var officer = access.officer();
        var shown = officer.has(OFFICE)
                ? file
                : file.ofUnits(officer.posts().stream().map(Post::unitId).collect(Collectors.toSet()));
        var masked = PaperView.isMasked(file.head(), access);
        return new BulletinView(
                masked ? file.bulletin().withoutWords() : file.bulletin(),
                shown.entries(),
                shown.readings(),
                legalActions(file.bulletin(), officer).stream()
                        .filter(move -> file.isOpenTo(BulletinMove.valueOf(move), access, now))
                        .toList());
    }

    /** Who signs depends on what it says, and who comments on whom it names. */
    static List<String> legalActions(SupervisionBulletin bulletin, Officer officer) {
        var named = bulletin.body().namedUnitIds();
        return Arrays.stream(BulletinMove.values())
                .filter(move -> move.isLegal(
                        bulletin.status(),
                        move == BulletinMove.COMMENT ? named : bulletin.body().everybody(),
                        officer))
                .filter(move -> move != BulletinMove.SIGN || officer.has(bulletin.signer()))
                .filter(move -> move != BulletinMove.HEAR || !named.isEmpty())
                .map(BulletinMove::name)
                .toList();
    }
}
