package io.duban.platform.web;

import jakarta.validation.Validator;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Reads the texts of validation at start: the first invalid request would read them from a jar on an event loop, and block it. */
@Component
class ValidationMessages implements SmartInitializingSingleton {

    private static final List<Locale> LANGUAGES =
            List.of(Locale.CHINA, Locale.CHINESE, Locale.ENGLISH, Locale.US, Locale.getDefault());

    private final Validator validator;

    ValidationMessages(Validator validator) {
        this.validator = validator;
    }

    private record Empty(@Nullable @NotNull String member) {}

    @Override
    public void afterSingletonsInstantiated() {
        LANGUAGES.forEach(language -> {
            LocaleContextHolder.setLocale(language);
            validator.validate(new Empty(null));
        });
        LocaleContextHolder.resetLocaleContext();
    }
}
