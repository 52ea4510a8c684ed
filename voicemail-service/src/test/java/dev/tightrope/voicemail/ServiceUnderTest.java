package dev.tightrope.voicemail;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;

/**
 * Gives every {@code @QuarkusTest} of the module the same parts, so that all of them share one running application. A
 * test class only needs {@code @QuarkusTest}.
 */
@WithTestResource(value = VoicemailServiceResource.class, scope = TestResourceScope.GLOBAL)
public final class ServiceUnderTest {
    private ServiceUnderTest() {}
}
