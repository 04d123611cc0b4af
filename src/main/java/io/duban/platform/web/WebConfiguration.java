package io.duban.platform.web;

import com.fasterxml.jackson.annotation.Nulls;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.webflux.autoconfigure.WebFluxRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.MediaType;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.web.method.HandlerTypePredicate;
import org.springframework.web.reactive.config.PathMatchConfigurer;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.i18n.AcceptHeaderLocaleContextResolver;
import org.springframework.web.server.i18n.LocaleContextResolver;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;

/** Serves the generated interfaces below /v1, speaks Chinese unless asked for English, and reads JSON strictly. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AdmissionProperties.class)
class WebConfiguration implements WebFluxConfigurer {

    @Override
    public void configurePathMatching(PathMatchConfigurer configurer) {
        configurer.addPathPrefix(ContractIndex.PREFIX, HandlerTypePredicate.forBasePackage("io.duban"));
    }

    /** The contract's names of constants are not Java's: {@code hotline} is {@code HOTLINE}. */
    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverterFactory(new ContractEnums());
    }

    /** Static files are few; YAML is not among the types Spring knows by name. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/*.yaml")
                .addResourceLocations("classpath:/static/")
                .setMediaTypes(Map.of("yaml", MediaType.parseMediaType("application/yaml")));
    }

    /** A path or method the firewall does not let in is a refusal like any other. */
    @Bean
    ServerExchangeRejectedHandler rejectedExchanges(Problems problems) {
        return (exchange, why) -> problems.write(
                Refusal.of(RefusalCode.E_GEN_VALIDATION, "请求地址或方法有误。", "The address or method is malformed."),
                exchange);
    }

    @Bean
    WebFluxRegistrations contractRouting() {
        return new WebFluxRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new ContractRouting();
            }
        };
    }

    @Bean
    LocaleContextResolver localeContextResolver() {
        var resolver = new AcceptHeaderLocaleContextResolver();
        resolver.setSupportedLocales(List.of(Locale.CHINA, Locale.CHINESE, Locale.ENGLISH));
        resolver.setDefaultLocale(Locale.CHINA);
        return resolver;
    }

    @Bean
    JsonMapperBuilderCustomizer strictJson() {
        return json -> json.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
                .addModule(StrictValues.module())
                // A stored answer is read and written again for a repeated key, and must keep its +08:00.
                .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE);
    }
}
