package dev.tightrope.voicemail.recording;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** What can be set about recordings. */
@ConfigMapping(prefix = "tightrope.recordings")
interface RecordingSettings {
    /** Where they are kept, if at all. */
    @WithDefault("none")
    Kind storage();

    /** The folder of {@link Kind#DISK}. */
    Optional<Path> directory();

    /** The largest that is taken. */
    @WithDefault("25M")
    MemorySize maxSize();

    /** The bucket of {@link Kind#S3}. */
    S3 s3();

    /** Where recordings can be kept. */
    enum Kind {
        /** Nowhere. */
        NONE,
        /** In a folder. */
        DISK,
        /** In a bucket. */
        S3
    }

    /** A bucket, and who may use it. */
    interface S3 {
        /** Of a server that is not Amazon's. */
        Optional<URI> endpoint();

        /** Signed with every request, also where a server has none. */
        @WithDefault("us-east-1")
        String region();

        /** Has to exist. */
        Optional<String> bucket();

        /** Whether the bucket is in the path instead of the host's name. */
        @WithDefault("false")
        boolean pathStyle();

        /** Without one, the SDK looks in its usual places: environment, web identity, instance. */
        Optional<String> accessKey();

        /** Belongs to the access key. */
        Optional<String> secretKey();
    }
}
