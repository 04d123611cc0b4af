package io.duban.platform.integration;

import io.duban.contract.NewWebhookEndpointDto;
import io.duban.contract.WebhookAttemptDto;
import io.duban.contract.WebhookDeliveryDto;
import io.duban.contract.WebhookEndpointDto;
import io.duban.platform.web.MappingRules;
import java.util.List;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Contract to domain and back. */
@Mapper(config = MappingRules.class)
interface WebhookMapper {

    WebhookOrder toOrder(NewWebhookEndpointDto dto);

    @Mapping(target = "id", source = "endpoint.id")
    @Mapping(target = "secret", ignore = true)
    @Mapping(target = "formerSecretUntil", source = "endpoint.formerUntil")
    WebhookEndpointDto toDto(WebhookEndpoint endpoint, WebhookHealth health, List<String> legalActions);

    @Mapping(target = ".", source = "delivery")
    @Mapping(target = "nextAt", source = "due")
    WebhookDeliveryDto toDto(DeliveryView view);

    WebhookAttemptDto toDto(DeliveryAttempt attempt);
}
