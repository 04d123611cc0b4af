package io.duban.hotline.hotspots;

import io.duban.contract.HotspotDto;
import io.duban.contract.HotspotStatusDto;
import io.duban.contract.PositionDto;
import io.duban.contract.RecurringMatterDto;
import io.duban.platform.web.MappingRules;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Contract to domain and back: hot spots. */
@Mapper(config = MappingRules.class)
interface HotspotMapper {

    @Mapping(target = "position", expression = "java(toPosition(hotspot.latitude(), hotspot.longitude()))")
    HotspotDto toDto(Hotspot hotspot, List<String> legalActions);

    @Mapping(target = "position", expression = "java(toPosition(cluster.latitude(), cluster.longitude()))")
    RecurringMatterDto toDto(Cluster cluster);

    @Nullable
    HotspotStatus toDomain(@Nullable HotspotStatusDto dto);

    default @Nullable PositionDto toPosition(@Nullable Double latitude, @Nullable Double longitude) {
        return latitude == null || longitude == null ? null : new PositionDto(latitude, longitude);
    }
}
