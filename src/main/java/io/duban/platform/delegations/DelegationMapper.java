package io.duban.platform.delegations;

import io.duban.contract.DelegationDto;
import io.duban.contract.NewDelegationDto;
import io.duban.platform.web.MappingRules;
import java.util.List;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Contract to domain and back. */
@Mapper(config = MappingRules.class)
interface DelegationMapper {

    @Mapping(target = "presiding", source = "presiding", defaultValue = "false")
    DelegationOrder.Wish toWish(NewDelegationDto dto);

    @Mapping(
            target = "status",
            expression = "java(io.duban.contract.DelegationStatusDto.valueOf(delegation.status().name()))")
    DelegationDto toDto(Delegation delegation, boolean inForce, List<String> legalActions);
}
