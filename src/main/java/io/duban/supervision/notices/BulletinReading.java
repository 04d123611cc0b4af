package io.duban.supervision.notices;

import java.time.Instant;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** A unit confirmed that it read an issued bulletin; once for each unit. */
@Table("supervision_bulletin_reading")
record BulletinReading(@Id UUID id, UUID bulletinId, UUID unitId, UUID byId, Instant at) {}
