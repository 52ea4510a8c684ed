package dev.tightrope.scheduler;

import dev.tightrope.testing.VersionsAsDocumented;
import io.quarkus.test.junit.QuarkusTest;

/** The service demands versions as its document says. */
@QuarkusTest
class VersionsAsDocumentedIT extends VersionsAsDocumented {}
