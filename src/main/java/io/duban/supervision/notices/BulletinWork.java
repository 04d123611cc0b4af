package io.duban.supervision.notices;

import org.springframework.stereotype.Component;

/** The workflows of a bulletin, from its draft to its correction. */
@Component
record BulletinWork(
        BulletinFiles files,
        BulletinDrafting drafting,
        BulletinHearing hearing,
        BulletinIssuing issuing,
        BulletinCorrecting correcting) {}
