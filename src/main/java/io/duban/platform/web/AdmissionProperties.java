package io.duban.platform.web;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The room for requests.
 *
 * @param atOnce how many requests are in work at the same time
 * @param perCaller how many of them one token may have
 */
@Validated
@ConfigurationProperties("duban.admission")
record AdmissionProperties(
        @Positive @DefaultValue("256") int atOnce,
        @Positive @DefaultValue("224") int perCaller) {}
