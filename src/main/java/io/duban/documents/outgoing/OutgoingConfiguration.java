package io.duban.documents.outgoing;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** What this module is set up with. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({IssuerNames.class, OutgoingRules.class})
class OutgoingConfiguration {}
