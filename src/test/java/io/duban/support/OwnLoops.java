package io.duban.support;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;

/** For a product that a test closes: it takes its own event loops with it, and not those on which all other tests of this JVM live. */
public final class OwnLoops implements ApplicationContextInitializer<GenericApplicationContext> {

    @Override
    public void initialize(GenericApplicationContext product) {
        product.registerBean(ReactorResourceFactory.class, () -> {
            var own = new ReactorResourceFactory();
            own.setUseGlobalResources(false);
            return own;
        });
    }
}
